import type { Catalogue } from './en.ts';

/** Spanish, for business customers: usted throughout. What each message is for stands in `en.ts`. */
export const es = {
  onDelivery: 'a la entrega',
  afterDelivery:
    '{days, plural, one {en el plazo de un día desde la entrega} other {en un plazo de # días desde la entrega}}',
  beforeDelivery: '{days, plural, one {un día antes de la entrega} other {# días antes de la entrega}}',
  withOrder: 'por anticipado con el pedido',
  afterOrder:
    '{days, plural, one {en el plazo de un día desde el pedido} other {en un plazo de # días desde el pedido}}',
  share: 'el {share} {when}',
  deposit: 'un anticipo del {share} con el pedido',

  offer: 'Si {asks}, podemos {gives}.',
  ifPay: 'paga {when}',
  ifForecast: 'nos envía una previsión de sus necesidades cada trimestre',
  ifPremium: 'acepta un precio de {price} en lugar de {listPrice}',
  ifOrder: 'realiza el pedido en firme',
  canDiscount: 'ofrecérselo a {price} en lugar de {listPrice}',
  canWait:
    '{parts, select, one {ofrecerle la posibilidad de pagar {when}} other {ofrecerle un pago fraccionado ({when})}}',
  canDeliver:
    '{confirmed, select, yes {entregárselo a más tardar el {date}} other {entregárselo a más tardar el {date}, sujeto a confirmación}}',
  canDeliverSooner:
    '{confirmed, select, yes {entregárselo {days, plural, one {un día} other {# días}} antes} other {entregárselo {days, plural, one {un día} other {# días}} antes, sujeto a confirmación}}',
  canKeepPrice: 'mantener el precio en {listPrice}',

  trial: 'Si {gives}, ¿{asks}?',
  supposeDiscount: 'le hiciéramos un {percent} de descuento ({price} en lugar de {listPrice})',
  supposeWait:
    '{parts, select, one {le ofreciéramos la posibilidad de pagar {when}} other {le ofreciéramos un pago fraccionado ({when})}}',
  supposeDeliver: 'se lo entregáramos a más tardar el {date}',
  supposeDeliverSooner: 'se lo entregáramos {days, plural, one {un día} other {# días}} antes',
  supposeKeepPrice: 'mantuviéramos el precio en {listPrice}',
  wouldPay: 'pagaría {when}',
  wouldForecast: 'nos enviaría una previsión de sus necesidades cada trimestre',
  wouldPremium: 'aceptaría un precio de {price} en lugar de {listPrice}',
  wouldOrder: 'realizaría el pedido en firme',

  pointPayment: '{parts, select, one {pago {when}} other {pago: {when}}} (hasta ahora: {today})',
  pointForecast: 'una previsión de sus necesidades, cada trimestre',
  pointPremium: '{price} en lugar de {listPrice} (un {percent} más)',
  pointOrder: 'su pedido en firme',
  pointDiscount: '{price} en lugar de {listPrice} ({percent} de descuento)',
  pointDelivery:
    '{confirmed, select, yes {entrega a más tardar el {date}} other {entrega a más tardar el {date}, sujeta a confirmación}}',
  pointDeliverySooner:
    '{confirmed, select, yes {entrega {days, plural, one {un día} other {# días}} antes} other {entrega {days, plural, one {un día} other {# días}} antes, sujeta a confirmación}}',
  pointKeepPrice: 'el precio se mantiene en {listPrice}',
  subjectPayment: '{parts, select, one {pago {when}} other {pago fraccionado}}',

  greeting: '{named, select, yes {Buenos días, {firstName}:} other {Buenos días:}}',
  unconfirmed:
    'La fecha de entrega está sujeta a la confirmación de nuestro equipo de operaciones. Le avisaré en cuanto esté confirmada.',
  closing: 'Un cordial saludo,',

  offerSubject: 'Nuestra propuesta para su pedido: {point}',
  heard: 'De nuestra conversación me quedo con esto:',
  quoted: '«{why}»',
  offerOpening:
    '{said, select, yes {Teniéndolo en cuenta, esta es nuestra propuesta.} other {Gracias por su tiempo. Esta es nuestra propuesta.}}',
  askHeading: 'Lo que le pedimos:',
  giveHeading: 'Lo que recibe a cambio:',
  offerQuestion: '¿Le parece bien? En ese caso, prepararé el pedido en estas condiciones.',

  agreedSubject: 'Su pedido: lo que hemos acordado',
  agreedOpening: 'Gracias. Esto es lo que hemos acordado:',
  agreedPrice:
    '{change, select, discount {precio: {price} en lugar de {listPrice} ({percent} de descuento)} premium {precio: {price} en lugar de {listPrice} (un {percent} más)} other {precio: {price}}}',
  agreedPayment: 'pago: {when}',
  agreedDelivery:
    '{confirmed, select, yes {entrega: a más tardar el {date}} other {entrega: a más tardar el {date}, sujeta a confirmación}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {entrega: {days, plural, one {un día} other {# días}} antes} other {entrega: {days, plural, one {un día} other {# días}} antes, sujeta a confirmación}}',
  agreedForecast: 'previsiones: las envía usted, cada trimestre',
  agreedQuestion: 'Si ha anotado algo distinto, dígamelo, por favor. Si no, lo incluiré así en la oferta.',
} as const satisfies Catalogue;
