import type { Catalogue } from './en.ts';

/** Dutch, for business customers: u throughout. What each message is for stands in `en.ts`. */
export const nl = {
  onDelivery: 'bij levering',
  afterDelivery: '{days, plural, one {binnen # dag na levering} other {binnen # dagen na levering}}',
  beforeDelivery: '{days, plural, one {# dag vóór levering} other {# dagen vóór levering}}',
  withOrder: 'bij bestelling',
  afterOrder: '{days, plural, one {binnen # dag na bestelling} other {binnen # dagen na bestelling}}',
  share: '{share} {when}',

  offer: 'Als u {asks}, kunnen wij {gives}.',
  ifPay: '{when} betaalt',
  ifForecast: 'ons elk kwartaal een prognose stuurt',
  ifPremium: '{price} in plaats van {listPrice} betaalt',
  ifOrder: 'de bestelling bevestigt',
  canDiscount: 'u {price} in plaats van {listPrice} in rekening brengen',
  canWait:
    '{parts, select, one {een betaling {when} accepteren} other {een betaling in termijnen accepteren ({when})}}',
  canDeliver:
    '{confirmed, select, yes {uiterlijk op {date} leveren} other {onder voorbehoud van bevestiging uiterlijk op {date} leveren}}',
  canDeliverSooner:
    '{confirmed, select, yes {{days, plural, one {# dag} other {# dagen}} eerder leveren} other {onder voorbehoud van bevestiging {days, plural, one {# dag} other {# dagen}} eerder leveren}}',
  canKeepPrice: 'de prijs op {listPrice} houden',

  trial: 'Stel dat wij {gives}, zou u dan {asks}?',
  supposeDiscount: 'u {percent} korting geven ({price} in plaats van {listPrice})',
  supposeWait:
    '{parts, select, one {een betaling {when} accepteren} other {een betaling in termijnen accepteren ({when})}}',
  supposeDeliver: 'uiterlijk op {date} leveren',
  supposeDeliverSooner: '{days, plural, one {# dag} other {# dagen}} eerder leveren',
  supposeKeepPrice: 'de prijs op {listPrice} houden',
  wouldPay: '{when} betalen',
  wouldForecast: 'ons elk kwartaal een prognose sturen',
  wouldPremium: '{price} in plaats van {listPrice} betalen',
  wouldOrder: 'de bestelling bevestigen',

  pointPayment: '{parts, select, one {betaling {when}} other {betaling: {when}}} (tot nu toe: {today})',
  pointForecast: 'elk kwartaal een prognose van uw behoefte',
  pointPremium: '{price} in plaats van {listPrice} ({percent} meer)',
  pointOrder: 'de bevestiging van uw bestelling',
  pointDiscount: '{price} in plaats van {listPrice} ({percent} korting)',
  pointDelivery:
    '{confirmed, select, yes {levering uiterlijk op {date}} other {levering uiterlijk op {date}, onder voorbehoud van bevestiging}}',
  pointDeliverySooner:
    '{confirmed, select, yes {levering {days, plural, one {# dag} other {# dagen}} eerder} other {levering {days, plural, one {# dag} other {# dagen}} eerder, onder voorbehoud van bevestiging}}',
  pointKeepPrice: 'de prijs blijft {listPrice}',

  greeting: '{named, select, yes {Beste {firstName},} other {Geachte heer of mevrouw,}}',
  unconfirmed:
    'De leverdatum is onder voorbehoud van bevestiging door onze afdeling logistiek. Zodra de datum vaststaat, laat ik het u weten.',
  closing: 'Met vriendelijke groet,',

  offerSubject: 'Ons voorstel voor uw bestelling: {point}',
  offerOpening:
    '{said, select, yes {U vertelde mij: “{why}”. Dit kunnen wij voor u doen.} other {Bedankt voor het gesprek. Dit is ons voorstel.}}',
  askHeading: 'Wat wij van u vragen:',
  giveHeading: 'Wat u daarvoor krijgt:',
  offerQuestion: 'Kunt u zich hierin vinden? Dan bereid ik de bestelling onder deze voorwaarden voor.',

  agreedSubject: 'Uw bestelling: onze afspraken',
  agreedOpening: 'Hartelijk dank. Dit hebben wij afgesproken:',
  agreedPrice:
    '{change, select, discount {prijs: {price} (lijstprijs {listPrice}, {percent} korting)} premium {prijs: {price} (lijstprijs {listPrice}, {percent} meer)} other {prijs: {price}}}',
  agreedPayment: 'betaling: {when}',
  agreedDelivery:
    '{confirmed, select, yes {levering: uiterlijk op {date}} other {levering: uiterlijk op {date}, onder voorbehoud van bevestiging}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {levering: {days, plural, one {# dag} other {# dagen}} eerder} other {levering: {days, plural, one {# dag} other {# dagen}} eerder, onder voorbehoud van bevestiging}}',
  agreedForecast: 'prognose: elk kwartaal door u aan te leveren',
  agreedQuestion: 'Hebt u iets anders genoteerd? Laat het mij dan weten. Anders neem ik het zo op in de offerte.',
} as const satisfies Catalogue;
