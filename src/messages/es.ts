import type { Catalogue } from './en.ts';

/** Spanish, for business customers: usted throughout. What each message is for stands in `en.ts`. */
export const es = {
  onDelivery: 'a la entrega',
  afterDelivery:
    '{days, plural, one {en un plazo de # día desde la entrega} other {en un plazo de # días desde la entrega}}',
  beforeDelivery: '{days, plural, one {# día antes de la entrega} other {# días antes de la entrega}}',
  withOrder: 'con el pedido',
  afterOrder:
    '{days, plural, one {en un plazo de # día desde el pedido} other {en un plazo de # días desde el pedido}}',
  share: 'el {share} {when}',

  offer: 'Si {asks}, podemos {gives}.',
  ifPay: 'paga {when}',
  ifForecast: 'nos envía una previsión cada trimestre',
  ifPremium: 'acepta un precio de {price} en lugar de {listPrice}',
  ifOrder: 'confirma el pedido',
  canDiscount: 'dejárselo en {price} en lugar de {listPrice}',
  canWait: '{parts, select, one {aceptar el pago {when}} other {aceptar el pago en varios plazos ({when})}}',
  canDeliver:
    '{confirmed, select, yes {entregárselo a más tardar el {date}} other {entregárselo a más tardar el {date}, sujeto a confirmación}}',
  canDeliverSooner:
    '{confirmed, select, yes {entregárselo {days, plural, one {# día} other {# días}} antes} other {entregárselo {days, plural, one {# día} other {# días}} antes, sujeto a confirmación}}',
  canKeepPrice: 'mantener el precio en {listPrice}',

  trial: 'Si {gives}, ¿{asks}?',
  supposeDiscount: 'le hiciéramos un {percent} de descuento ({price} en lugar de {listPrice})',
  supposeWait:
    '{parts, select, one {aceptáramos el pago {when}} other {aceptáramos el pago en varios plazos ({when})}}',
  supposeDeliver: 'se lo entregáramos a más tardar el {date}',
  supposeDeliverSooner: 'se lo entregáramos {days, plural, one {# día} other {# días}} antes',
  supposeKeepPrice: 'mantuviéramos el precio en {listPrice}',
  wouldPay: 'pagaría {when}',
  wouldForecast: 'nos enviaría una previsión cada trimestre',
  wouldPremium: 'aceptaría un precio de {price} en lugar de {listPrice}',
  wouldOrder: 'confirmaría el pedido',

  pointPayment: '{parts, select, one {pago {when}} other {pago: {when}}} (hasta ahora: {today})',
  pointForecast: 'una previsión de sus necesidades cada trimestre',
  pointPremium: '{price} en lugar de {listPrice} (un {percent} más)',
  pointOrder: 'la confirmación de su pedido',
  pointDiscount: '{price} en lugar de {listPrice} ({percent} de descuento)',
  pointDelivery:
    '{confirmed, select, yes {entrega a más tardar el {date}} other {entrega a más tardar el {date}, sujeta a confirmación}}',
  pointDeliverySooner:
    '{confirmed, select, yes {entrega {days, plural, one {# día} other {# días}} antes} other {entrega {days, plural, one {# día} other {# días}} antes, sujeta a confirmación}}',
  pointKeepPrice: 'el precio se mantiene en {listPrice}',

  greeting: '{named, select, yes {Buenos días, {firstName}:} other {Buenos días:}}',
  unconfirmed:
    'La fecha de entrega está sujeta a la confirmación de nuestro equipo de operaciones. Le avisaré en cuanto esté confirmada.',
  closing: 'Un cordial saludo,',

  offerSubject: 'Nuestra propuesta para su pedido: {point}',
  offerOpening:
    '{said, select, yes {Me comentó: «{why}». Esto es lo que podemos ofrecerle.} other {Gracias por su tiempo. Esta es nuestra propuesta.}}',
  askHeading: 'Lo que le pedimos:',
  giveHeading: 'Lo que recibe a cambio:',
  offerQuestion: '¿Le parece bien? En ese caso, prepararé el pedido con estas condiciones.',

  agreedSubject: 'Su pedido: lo que hemos acordado',
  agreedOpening: 'Gracias. Esto es lo que hemos acordado:',
  agreedPrice:
    '{change, select, discount {precio: {price} (precio de tarifa {listPrice}, {percent} de descuento)} premium {precio: {price} (precio de tarifa {listPrice}, un {percent} más)} other {precio: {price}}}',
  agreedPayment: 'pago: {when}',
  agreedDelivery:
    '{confirmed, select, yes {entrega: a más tardar el {date}} other {entrega: a más tardar el {date}, sujeta a confirmación}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {entrega: {days, plural, one {# día} other {# días}} antes} other {entrega: {days, plural, one {# día} other {# días}} antes, sujeta a confirmación}}',
  agreedForecast: 'previsiones: una por su parte cada trimestre',
  agreedQuestion: 'Si ha anotado algo distinto, dígamelo, por favor. Si no, lo incluiré así en el presupuesto.',
} as const satisfies Catalogue;
