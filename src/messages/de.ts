import type { Catalogue } from './en.ts';

/** German, for business customers: Sie throughout. What each message is for stands in `en.ts`. */
export const de = {
  onDelivery: 'bei Lieferung',
  afterDelivery:
    '{days, plural, one {innerhalb eines Tages nach Lieferung} other {innerhalb von # Tagen nach Lieferung}}',
  beforeDelivery: '{days, plural, one {einen Tag vor Lieferung} other {# Tage vor Lieferung}}',
  withOrder: 'per Vorkasse bei Bestellung',
  afterOrder:
    '{days, plural, one {innerhalb eines Tages nach Bestellung} other {innerhalb von # Tagen nach Bestellung}}',
  share: '{share} {when}',
  deposit: '{share} als Anzahlung bei Bestellung',

  offer: 'Wenn Sie {asks}, können wir {gives}.',
  ifPay: '{when} zahlen',
  ifForecast: 'uns jedes Quartal eine Bedarfsprognose schicken',
  ifPremium: 'einem Preis von {price} statt {listPrice} zustimmen',
  ifOrder: 'verbindlich bestellen',
  canDiscount: 'Ihnen {price} statt {listPrice} berechnen',
  canWait:
    '{parts, select, one {eine Zahlung {when} akzeptieren} other {eine Zahlung in Teilbeträgen akzeptieren ({when})}}',
  canDeliver:
    '{confirmed, select, yes {bis zum {date} liefern} other {vorbehaltlich der Bestätigung bis zum {date} liefern}}',
  canDeliverSooner:
    '{confirmed, select, yes {{days, plural, one {einen Tag} other {# Tage}} früher liefern} other {vorbehaltlich der Bestätigung {days, plural, one {einen Tag} other {# Tage}} früher liefern}}',
  canKeepPrice: 'den Preis bei {listPrice} halten',

  trial: 'Angenommen, wir würden {gives}: Wären Sie dann bereit, {asks}?',
  supposeDiscount: 'Ihnen {percent} Nachlass geben ({price} statt {listPrice})',
  supposeWait:
    '{parts, select, one {eine Zahlung {when} akzeptieren} other {eine Zahlung in Teilbeträgen akzeptieren ({when})}}',
  supposeDeliver: 'bis zum {date} liefern',
  supposeDeliverSooner: '{days, plural, one {einen Tag} other {# Tage}} früher liefern',
  supposeKeepPrice: 'den Preis bei {listPrice} halten',
  wouldPay: '{when} zu zahlen',
  wouldForecast: 'uns jedes Quartal eine Bedarfsprognose zu schicken',
  wouldPremium: 'einem Preis von {price} statt {listPrice} zuzustimmen',
  wouldOrder: 'verbindlich zu bestellen',

  pointPayment: '{parts, select, one {Zahlung {when}} other {Zahlung: {when}}} (bisher: {today})',
  pointForecast: 'eine Bedarfsprognose pro Quartal',
  pointPremium: '{price} statt {listPrice} ({percent} Aufpreis)',
  pointOrder: 'Ihre verbindliche Bestellung',
  pointDiscount: '{price} statt {listPrice} ({percent} Nachlass)',
  pointDelivery:
    '{confirmed, select, yes {Lieferung bis zum {date}} other {Lieferung bis zum {date}, vorbehaltlich der Bestätigung}}',
  pointDeliverySooner:
    '{confirmed, select, yes {Lieferung {days, plural, one {einen Tag} other {# Tage}} früher} other {Lieferung {days, plural, one {einen Tag} other {# Tage}} früher, vorbehaltlich der Bestätigung}}',
  pointKeepPrice: 'unveränderter Preis von {listPrice}',
  subjectPayment: '{parts, select, one {Zahlung {when}} other {Zahlung in Teilbeträgen}}',

  greeting: '{named, select, yes {Guten Tag {firstName},} other {Guten Tag,}}',
  unconfirmed:
    'Der Liefertermin gilt vorbehaltlich der Bestätigung durch unsere Auftragsabwicklung. Ich melde mich bei Ihnen, sobald er feststeht.',
  closing: 'Freundliche Grüße',

  offerSubject: 'Unser Vorschlag für Ihren Auftrag: {point}',
  // After the greeting's comma German goes on in lower case, but for „Sie“.
  heard: 'aus unserem Gespräch habe ich mitgenommen:',
  quoted: '„{why}“',
  offerOpening:
    '{said, select, yes {Vor diesem Hintergrund schlagen wir Ihnen Folgendes vor.} other {vielen Dank für das Gespräch. Hier ist unser Vorschlag.}}',
  askHeading: 'Worum wir Sie bitten:',
  giveHeading: 'Was Sie dafür bekommen:',
  offerQuestion: 'Sind Sie damit einverstanden? Dann bereite ich den Auftrag zu diesen Konditionen vor.',

  agreedSubject: 'Ihr Auftrag: unsere Vereinbarung',
  agreedOpening: 'vielen Dank. Das haben wir vereinbart:',
  agreedPrice:
    '{change, select, discount {Preis: {price} statt {listPrice} ({percent} Nachlass)} premium {Preis: {price} statt {listPrice} ({percent} Aufpreis)} other {Preis: {price}}}',
  agreedPayment: 'Zahlung: {when}',
  agreedDelivery:
    '{confirmed, select, yes {Lieferung: bis zum {date}} other {Lieferung: bis zum {date}, vorbehaltlich der Bestätigung}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {Lieferung: {days, plural, one {einen Tag} other {# Tage}} früher} other {Lieferung: {days, plural, one {einen Tag} other {# Tage}} früher, vorbehaltlich der Bestätigung}}',
  agreedForecast: 'Bedarfsprognose: von Ihnen, einmal pro Quartal',
  agreedQuestion:
    'Bitte geben Sie mir Bescheid, falls Sie etwas anders notiert haben. Andernfalls übernehme ich die Punkte so ins Angebot.',
} as const satisfies Catalogue;
