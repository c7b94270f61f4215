import type { Catalogue } from './en.ts';

/** Dutch, for business customers: u throughout. What each message is for stands in `en.ts`. */
export const nl = {
  onDelivery: 'bij levering',
  afterDelivery: '{days, plural, one {binnen één dag na levering} other {binnen # dagen na levering}}',
  beforeDelivery: '{days, plural, one {één dag vóór levering} other {# dagen vóór levering}}',
  withOrder: 'vooraf bij bestelling',
  afterOrder: '{days, plural, one {binnen één dag na bestelling} other {binnen # dagen na bestelling}}',
  share: '{share} {when}',
  deposit: '{share} als aanbetaling bij bestelling',

  offer: 'Als u {asks}, kunnen wij {gives}.',
  ifPay: '{when} betaalt',
  ifForecast: 'ons elk kwartaal een afnameprognose stuurt',
  ifPremium: 'akkoord gaat met een prijs van {price} in plaats van {listPrice}',
  ifOrder: 'de bestelling definitief plaatst',
  canDiscount: 'u {price} in plaats van {listPrice} in rekening brengen',
  canWait:
    '{parts, select, one {een betaling {when} accepteren} other {een betaling in termijnen accepteren ({when})}}',
  canDeliver:
    '{confirmed, select, yes {uiterlijk op {date} leveren} other {onder voorbehoud van bevestiging uiterlijk op {date} leveren}}',
  canDeliverSooner:
    '{confirmed, select, yes {{days, plural, one {één dag} other {# dagen}} eerder leveren} other {onder voorbehoud van bevestiging {days, plural, one {één dag} other {# dagen}} eerder leveren}}',
  canKeepPrice: 'de prijs op {listPrice} houden',

  trial: 'Stel dat wij {gives}: zou u dan bereid zijn {asks}?',
  supposeDiscount: 'u {percent} korting geven ({price} in plaats van {listPrice})',
  supposeWait:
    '{parts, select, one {een betaling {when} accepteren} other {een betaling in termijnen accepteren ({when})}}',
  supposeDeliver: 'uiterlijk op {date} leveren',
  supposeDeliverSooner: '{days, plural, one {één dag} other {# dagen}} eerder leveren',
  supposeKeepPrice: 'de prijs op {listPrice} houden',
  wouldPay: '{when} te betalen',
  wouldForecast: 'ons elk kwartaal een afnameprognose te sturen',
  wouldPremium: 'akkoord te gaan met een prijs van {price} in plaats van {listPrice}',
  wouldOrder: 'de bestelling definitief te plaatsen',

  pointPayment: '{parts, select, one {betaling {when}} other {betaling: {when}}} (tot nu toe: {today})',
  pointForecast: 'elk kwartaal een afnameprognose',
  pointPremium: '{price} in plaats van {listPrice} ({percent} meer)',
  pointOrder: 'uw definitieve bestelling',
  pointDiscount: '{price} in plaats van {listPrice} ({percent} korting)',
  pointDelivery:
    '{confirmed, select, yes {levering uiterlijk op {date}} other {levering uiterlijk op {date}, onder voorbehoud van bevestiging}}',
  pointDeliverySooner:
    '{confirmed, select, yes {levering {days, plural, one {één dag} other {# dagen}} eerder} other {levering {days, plural, one {één dag} other {# dagen}} eerder, onder voorbehoud van bevestiging}}',
  pointKeepPrice: 'de prijs blijft {listPrice}',
  subjectPayment: '{parts, select, one {betaling {when}} other {betaling in termijnen}}',

  greeting: '{named, select, yes {Beste {firstName},} other {Geachte heer of mevrouw,}}',
  unconfirmed:
    'De leverdatum is onder voorbehoud van bevestiging door onze afdeling logistiek. Zodra de datum vaststaat, laat ik het u weten.',
  closing: 'Met vriendelijke groet,',

  offerSubject: 'Ons voorstel voor uw bestelling: {point}',
  heard: 'Dit neem ik mee uit ons gesprek:',
  quoted: '“{why}”',
  offerOpening:
    '{said, select, yes {Met dat in gedachten doen wij u het volgende voorstel.} other {Bedankt voor het gesprek. Dit is ons voorstel.}}',
  askHeading: 'Wat wij van u vragen:',
  giveHeading: 'Wat u daarvoor krijgt:',
  offerQuestion: 'Kunt u zich hierin vinden? Dan bereid ik de bestelling onder deze voorwaarden voor.',

  agreedSubject: 'Uw bestelling: onze afspraken',
  agreedOpening: 'Hartelijk dank. Dit hebben wij afgesproken:',
  agreedPrice:
    '{change, select, discount {prijs: {price} in plaats van {listPrice} ({percent} korting)} premium {prijs: {price} in plaats van {listPrice} ({percent} meer)} other {prijs: {price}}}',
  agreedPayment: 'betaling: {when}',
  agreedDelivery:
    '{confirmed, select, yes {levering: uiterlijk op {date}} other {levering: uiterlijk op {date}, onder voorbehoud van bevestiging}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {levering: {days, plural, one {één dag} other {# dagen}} eerder} other {levering: {days, plural, one {één dag} other {# dagen}} eerder, onder voorbehoud van bevestiging}}',
  agreedForecast: 'afnameprognose: elk kwartaal door u aan te leveren',
  agreedQuestion: 'Hebt u iets anders genoteerd? Laat het mij dan weten. Anders neem ik het zo op in de offerte.',
} as const satisfies Catalogue;
