import type { Tongue } from './languages.ts';
import { changeOf } from './message-terms.ts';
import type { Correspondents, Message, MessageKind, MessageTerms } from './message-terms.ts';
import { speakerOf } from './speaker.ts';
import type { MessageKey, Speaker } from './speaker.ts';

/**
 * Words for a customer: always a trade with an *if*, what is asked and what is given side by side. Where one side is empty the order stands for it:
 * who only gets something confirms the order for it, who only gives something keeps the price.
 *
 * @param kind - what the words are for
 * @param terms - that differ from today's in something
 * @param correspondents - names and the customer's own words
 * @param tongue - the language
 */
export function composeMessage(
  kind: MessageKind,
  terms: MessageTerms,
  correspondents: Correspondents,
  tongue: Tongue,
): Message {
  const speaker = speakerOf(tongue);
  const points = { asks: askPoints(terms, speaker), gives: givePoints(terms, speaker) };
  const message = { language: tongue.language, ...points, quoted: null };
  switch (kind) {
    case 'offer':
      return {
        ...message,
        say: sentence('offer', terms, speaker),
        email: offerEmail(terms, correspondents, points, speaker),
        quoted: oneLine(correspondents.why) || null,
      };
    case 'trial':
      return { ...message, say: sentence('trial', terms, speaker), email: null };
    case 'agreed':
      return { ...message, say: null, email: agreedEmail(terms, correspondents, speaker) };
  }
}

/** The forms a part of a trade takes: in an offer, in a trial question, as a point of a letter. */
type Form = 'offer' | 'trial' | 'point';

const askKeys = {
  offer: { payment: 'ifPay', forecast: 'ifForecast', premium: 'ifPremium', order: 'ifOrder' },
  trial: { payment: 'wouldPay', forecast: 'wouldForecast', premium: 'wouldPremium', order: 'wouldOrder' },
  point: { payment: 'pointPayment', forecast: 'pointForecast', premium: 'pointPremium', order: 'pointOrder' },
} as const satisfies Record<Form, Record<string, MessageKey>>;
const pointGiveKeys = {
  discount: 'pointDiscount',
  payment: 'pointPayment',
  delivery: 'pointDelivery',
  sooner: 'pointDeliverySooner',
  price: 'pointKeepPrice',
} as const;
const giveKeys = {
  offer: {
    discount: 'canDiscount',
    payment: 'canWait',
    delivery: 'canDeliver',
    sooner: 'canDeliverSooner',
    price: 'canKeepPrice',
  },
  trial: {
    discount: 'supposeDiscount',
    payment: 'supposeWait',
    delivery: 'supposeDeliver',
    sooner: 'supposeDeliverSooner',
    price: 'supposeKeepPrice',
  },
  point: pointGiveKeys,
  // One line: without today's terms beside those to come.
  subject: { ...pointGiveKeys, payment: 'subjectPayment' },
} as const satisfies Record<Form | 'subject', Record<string, MessageKey>>;

function asked(form: Form, terms: MessageTerms, speaker: Speaker): string[] {
  const keys = askKeys[form];
  const parts = [
    ...(terms.payment?.givenBy === 'customer' ? [speaker.say(keys.payment, paymentValues(terms, speaker))] : []),
    ...(terms.forecast ? [speaker.say(keys.forecast)] : []),
    ...(changeOf(terms) === 'premium' ? [speaker.say(keys.premium, priceValues(terms, speaker))] : []),
  ];
  return parts.length > 0 ? parts : [speaker.say(keys.order)];
}

/** What is subject to confirmation comes last: the words for it end the sentence. */
function given(form: Form | 'subject', terms: MessageTerms, speaker: Speaker): string[] {
  const keys = giveKeys[form];
  const { delivery, payment } = terms;
  const parts = [
    ...(changeOf(terms) === 'discount' ? [speaker.say(keys.discount, priceValues(terms, speaker))] : []),
    ...(payment?.givenBy === 'us' ? [speaker.say(keys.payment, paymentValues(terms, speaker))] : []),
    ...(delivery === null
      ? []
      : [
          speaker.say(
            delivery.on === null ? keys.sooner : keys.delivery,
            deliveryValues(delivery, form === 'point' || form === 'subject', speaker),
          ),
        ]),
  ];
  return parts.length > 0 ? parts : [speaker.say(keys.price, priceValues(terms, speaker))];
}

function sentence(form: 'offer' | 'trial', terms: MessageTerms, speaker: Speaker): string {
  return speaker.say(form, {
    asks: speaker.list(asked(form, terms, speaker)),
    gives: speaker.list(given(form, terms, speaker)),
  });
}

function askPoints(terms: MessageTerms, speaker: Speaker): string[] {
  return asked('point', terms, speaker);
}

function givePoints(terms: MessageTerms, speaker: Speaker): string[] {
  return given('point', terms, speaker);
}

function paymentValues({ payment, today }: MessageTerms, speaker: Speaker) {
  return { ...speaker.payment(payment?.plan ?? today), today: speaker.payment(today).when };
}

function priceValues({ price, listPrice, currency }: MessageTerms, speaker: Speaker) {
  return {
    price: speaker.money(price, currency),
    listPrice: speaker.money(listPrice, currency),
    percent: speaker.percent(Math.abs(price - listPrice) / listPrice),
  };
}

function deliveryValues(delivery: NonNullable<MessageTerms['delivery']>, withYear: boolean, speaker: Speaker) {
  return {
    confirmed: delivery.confirmed ? 'yes' : 'no',
    days: delivery.daysSooner,
    date: delivery.on === null ? '' : speaker.date(delivery.on, withYear),
  };
}

function offerEmail(
  terms: MessageTerms,
  correspondents: Correspondents,
  { asks, gives }: Pick<Message, 'asks' | 'gives'>,
  speaker: Speaker,
) {
  const why = oneLine(correspondents.why);
  return {
    // The delivery, where there is one: it is what the customer waits for.
    subject: speaker.say('offerSubject', { point: given('subject', terms, speaker).at(-1) ?? '' }),
    body: letter(correspondents, speaker, [
      ...(why === '' ? [] : [[speaker.say('heard'), speaker.say('quoted', { why })].join('\n')]),
      speaker.say('offerOpening', { said: why === '' ? 'no' : 'yes' }),
      sentence('offer', terms, speaker),
      [speaker.say('askHeading'), ...asks.map(asPoint)].join('\n'),
      [speaker.say('giveHeading'), ...gives.map(asPoint)].join('\n'),
      ...caveat(terms, speaker),
      speaker.say('offerQuestion'),
    ]),
  };
}

function agreedEmail(terms: MessageTerms, correspondents: Correspondents, speaker: Speaker) {
  const { delivery, forecast } = terms;
  const points = [
    speaker.say('agreedPrice', { change: changeOf(terms), ...priceValues(terms, speaker) }),
    speaker.say('agreedPayment', paymentValues(terms, speaker)),
    ...(delivery === null
      ? []
      : [
          speaker.say(
            delivery.on === null ? 'agreedDeliverySooner' : 'agreedDelivery',
            deliveryValues(delivery, true, speaker),
          ),
        ]),
    ...(forecast ? [speaker.say('agreedForecast')] : []),
  ];
  return {
    subject: speaker.say('agreedSubject'),
    body: letter(correspondents, speaker, [
      [speaker.say('agreedOpening'), ...points.map(asPoint)].join('\n'),
      ...caveat(terms, speaker),
      speaker.say('agreedQuestion'),
    ]),
  };
}

function caveat({ delivery }: MessageTerms, speaker: Speaker): string[] {
  return delivery !== null && !delivery.confirmed ? [speaker.say('unconfirmed')] : [];
}

function letter({ firstName, senderName }: Correspondents, speaker: Speaker, paragraphs: readonly string[]): string {
  const name = oneLine(firstName);
  const greeting = speaker.say('greeting', { named: name === '' ? 'no' : 'yes', firstName: name });
  const sender = oneLine(senderName);
  return [greeting, ...paragraphs, [speaker.say('closing'), ...(sender === '' ? [] : [sender])].join('\n')].join(
    '\n\n',
  );
}

function asPoint(text: string): string {
  return `– ${text}`;
}

/** What somebody typed, without line breaks. */
function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
