/**
 * What a rep says and writes to a customer, in English: the catalogue the others are held against.
 *
 * Messages are in ICU MessageFormat. `{asks}` and `{gives}` are lists of the parts further down, joined as the language joins lists.
 * `confirmed` is `yes` once operations have agreed to the delivery date; until then a message that names it says so.
 * `{when}` is one of the times of payment; `parts` is `one`, or `many` where a payment is made in several, the first of which may be a `deposit`.
 */
export const en = {
  // Times of payment
  onDelivery: 'on delivery',
  afterDelivery: '{days, plural, one {within # day of delivery} other {within # days of delivery}}',
  beforeDelivery: '{days, plural, one {# day before delivery} other {# days before delivery}}',
  withOrder: 'with the order',
  afterOrder: '{days, plural, one {within # day of the order} other {within # days of the order}}',
  share: '{share} {when}',
  deposit: 'a deposit of {share} with the order',

  // An offer: "If you pay on delivery, we can have it with you by 8 January."
  offer: 'If you {asks}, we can {gives}.',
  ifPay: 'pay {when}',
  ifForecast: 'send us a forecast every quarter',
  ifPremium: 'accept a price of {price} instead of {listPrice}',
  ifOrder: 'place the order',
  canDiscount: 'offer it at {price} instead of {listPrice}',
  canWait: '{parts, select, one {let you pay {when}} other {let you pay in stages ({when})}}',
  canDeliver:
    '{confirmed, select, yes {have it with you by {date}} other {have it with you by {date}, subject to confirmation}}',
  canDeliverSooner:
    '{confirmed, select, yes {deliver {days, plural, one {# day} other {# days}} sooner} other {deliver {days, plural, one {# day} other {# days}} sooner, subject to confirmation}}',
  canKeepPrice: 'keep the price at {listPrice}',

  // A trial question: "If we took 2% off (€58,800 instead of €60,000), would you pay on delivery?"
  trial: 'If we {gives}, would you {asks}?',
  supposeDiscount: 'took {percent} off ({price} instead of {listPrice})',
  supposeWait: '{parts, select, one {let you pay {when}} other {let you pay in stages ({when})}}',
  supposeDeliver: 'delivered by {date}',
  supposeDeliverSooner: 'delivered {days, plural, one {# day} other {# days}} sooner',
  supposeKeepPrice: 'kept the price at {listPrice}',
  wouldPay: 'pay {when}',
  wouldForecast: 'send us a forecast every quarter',
  wouldPremium: 'accept a price of {price} instead of {listPrice}',
  wouldOrder: 'place the order',

  // What is asked and what is given, as the points of an e-mail
  pointPayment: '{parts, select, one {payment {when}} other {payment: {when}}} (currently: {today})',
  pointForecast: 'a forecast of what you will need, every quarter',
  pointPremium: '{price} instead of {listPrice} ({percent} more)',
  pointOrder: 'your firm order',
  pointDiscount: '{price} instead of {listPrice} ({percent} off)',
  pointDelivery: '{confirmed, select, yes {delivery by {date}} other {delivery by {date}, subject to confirmation}}',
  pointDeliverySooner:
    '{confirmed, select, yes {delivery {days, plural, one {# day} other {# days}} sooner} other {delivery {days, plural, one {# day} other {# days}} sooner, subject to confirmation}}',
  pointKeepPrice: 'the price stays at {listPrice}',
  // The same in a subject, where the terms of today would be too much
  subjectPayment: '{parts, select, one {payment {when}} other {payment in stages}}',

  // Every e-mail
  greeting: '{named, select, yes {Hello {firstName},} other {Hello,}}',
  unconfirmed:
    'The delivery date is subject to confirmation by our operations team. I will let you know as soon as it is certain.',
  closing: 'Kind regards,',

  // The e-mail with an offer
  offerSubject: 'Our proposal for your order: {point}',
  // What the customer said stands on a line of its own, in their words: a note of a talk, no reproach.
  heard: 'This is what I took from our conversation:',
  quoted: '“{why}”',
  offerOpening:
    '{said, select, yes {With that in mind, here is our proposal.} other {Thank you for talking this through with me. Here is our proposal.}}',
  askHeading: 'What we ask of you:',
  giveHeading: 'What you get in return:',
  offerQuestion: 'Does that work for you? If so, I will prepare the order on these terms.',

  // The e-mail after a yes
  agreedSubject: 'Your order: what we agreed',
  agreedOpening: 'Thank you. This is what we agreed:',
  agreedPrice:
    '{change, select, discount {price: {price} instead of {listPrice} ({percent} off)} premium {price: {price} instead of {listPrice} ({percent} more)} other {price: {price}}}',
  agreedPayment: 'payment: {when}',
  agreedDelivery: '{confirmed, select, yes {delivery: by {date}} other {delivery: by {date}, subject to confirmation}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {delivery: {days, plural, one {# day} other {# days}} sooner} other {delivery: {days, plural, one {# day} other {# days}} sooner, subject to confirmation}}',
  agreedForecast: 'forecasts: from you, every quarter',
  agreedQuestion:
    'If anything differs from your own notes, please let me know. Otherwise I will put these points in the quote.',
} as const;

/** A language's words for the same messages. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;
