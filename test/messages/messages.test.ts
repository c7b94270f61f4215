import { describe, expect, it } from 'vitest';
import { composeMessage, tongueOf, tongueOfLanguage } from '@deal-terms/core/messages';
import type { Language, MessageTerms } from '@deal-terms/core/messages';

const net = (days: number) => [{ share: 1, anchor: 'delivery' as const, days }];
const onDelivery: MessageTerms['payment'] = { plan: net(0), givenBy: 'customer' };
/** 60,000 at net 90, nothing changed. */
const today = { currency: 'EUR', listPrice: 60_000, price: 60_000, today: net(90) };
const still: MessageTerms = { ...today, payment: null, forecast: false, delivery: null };
const soon = { on: '2027-01-08', daysSooner: 21, confirmed: false };
const promo: MessageTerms = { ...still, price: 58_800, payment: onDelivery, delivery: soon };
const many: MessageTerms = {
  ...still,
  price: 61_200,
  payment: {
    plan: [
      { share: 0.5, anchor: 'order', days: 0 },
      { share: 0.5, anchor: 'delivery', days: 30 },
    ],
    givenBy: 'customer',
  },
  forecast: true,
  delivery: { on: null, daysSooner: 14, confirmed: true },
};
const later: MessageTerms = { ...still, price: 61_500, payment: { plan: net(120), givenBy: 'us' } };
const anna = { firstName: 'Anna', why: 'The promo starts on 15 January.', senderName: 'Jo Field' };

const say = (kind: 'offer' | 'trial', terms: MessageTerms, language: Language = 'en') =>
  // Spaces that do not break are the language's own; what they are is not what is tested here.
  composeMessage(kind, terms, anna, tongueOfLanguage(language)).say?.replace(/[\u00a0\u202f]/g, ' ');

describe('an offer to say', () => {
  it.each([
    [
      'en',
      'If you pay on delivery, we can let you have it for €58,800 instead of €60,000 and have it with you by 8 January, subject to confirmation.',
    ],
    [
      'de',
      'Wenn Sie bei Lieferung zahlen, können wir Ihnen 58.800 € statt 60.000 € berechnen und vorbehaltlich der Bestätigung bis zum 8. Januar liefern.',
    ],
    [
      'fr',
      'Si vous réglez à la livraison, nous pouvons vous facturer 58 800 € au lieu de 60 000 € et vous livrer au plus tard le 8 janvier, sous réserve de confirmation.',
    ],
    [
      'es',
      'Si paga a la entrega, podemos dejárselo en 58.800 € en lugar de 60.000 € y entregárselo a más tardar el 8 de enero, sujeto a confirmación.',
    ],
    [
      'nl',
      'Als u bij levering betaalt, kunnen wij u € 58.800 in plaats van € 60.000 in rekening brengen en onder voorbehoud van bevestiging uiterlijk op 8 januari leveren.',
    ],
  ] as const)('is a trade in %s, the unconfirmed date subject to confirmation', (language, words) => {
    expect(say('offer', promo, language)).toBe(words);
  });

  it.each([
    [
      'en',
      'If you pay 50% with the order and 50% within 30 days of delivery, send us a forecast every quarter and accept a price of €61,200 instead of €60,000, we can deliver 14 days sooner.',
    ],
    [
      'de',
      'Wenn Sie 50 % bei Bestellung und 50 % innerhalb von 30 Tagen nach Lieferung zahlen, uns jedes Quartal eine Bedarfsprognose schicken und 61.200 € statt 60.000 € zahlen, können wir 14 Tage früher liefern.',
    ],
    [
      'fr',
      'Si vous réglez 50 % à la commande et 50 % dans les 30 jours suivant la livraison, nous communiquez vos prévisions chaque trimestre et acceptez un prix de 61 200 € au lieu de 60 000 €, nous pouvons vous livrer 14 jours plus tôt.',
    ],
    [
      'es',
      'Si paga el 50 % con el pedido y el 50 % en un plazo de 30 días desde la entrega, nos envía una previsión cada trimestre y acepta un precio de 61.200 € en lugar de 60.000 €, podemos entregárselo 14 días antes.',
    ],
    [
      'nl',
      'Als u 50% bij bestelling en 50% binnen 30 dagen na levering betaalt, ons elk kwartaal een prognose stuurt en € 61.200 in plaats van € 60.000 betaalt, kunnen wij 14 dagen eerder leveren.',
    ],
  ] as const)('asks for all it takes in %s', (language, words) => {
    expect(say('offer', many, language)).toBe(words);
  });

  it('is never a gift: who only gets something confirms the order for it', () => {
    expect(say('offer', { ...still, delivery: { ...soon, confirmed: true } })).toBe(
      'If you confirm the order, we can have it with you by 8 January.',
    );
    expect(say('offer', { ...still, delivery: { ...soon, confirmed: true } }, 'de')).toBe(
      'Wenn Sie verbindlich bestellen, können wir bis zum 8. Januar liefern.',
    );
  });

  it('is never a demand: who only gives something keeps the price', () => {
    expect(say('offer', { ...still, payment: onDelivery })).toBe(
      'If you pay on delivery, we can keep the price at €60,000.',
    );
  });

  it('gives longer terms for a premium', () => {
    expect(say('offer', later)).toBe(
      'If you accept a price of €61,500 instead of €60,000, we can let you pay within 120 days of delivery.',
    );
    expect(say('offer', later, 'nl')).toBe(
      'Als u € 61.500 in plaats van € 60.000 betaalt, kunnen wij een betaling binnen 120 dagen na levering accepteren.',
    );
  });

  it('counts one day, and days before the delivery and after the order', () => {
    const paying = (plan: MessageTerms['today'], language: Language) =>
      say('offer', { ...still, payment: { plan, givenBy: 'customer' } }, language);
    expect(paying([{ share: 1, anchor: 'delivery', days: -1 }], 'de')).toBe(
      'Wenn Sie 1 Tag vor Lieferung zahlen, können wir den Preis bei 60.000 € halten.',
    );
    expect(paying([{ share: 1, anchor: 'delivery', days: -30 }], 'en')).toBe(
      'If you pay 30 days before delivery, we can keep the price at €60,000.',
    );
    expect(paying([{ share: 1, anchor: 'order', days: 1 }], 'fr')).toBe(
      'Si vous réglez le lendemain de la commande, nous pouvons maintenir le prix à 60 000 €.',
    );
    expect(paying([{ share: 1, anchor: 'order', days: 10 }], 'es')).toBe(
      'Si paga en un plazo de 10 días desde el pedido, podemos mantener el precio en 60.000 €.',
    );
  });

  it('writes odd sums with the currency’s decimals, and the first of the month as the French do', () => {
    expect(say('offer', { ...promo, currency: 'USD', price: 58_800.5 })).toContain('US$58,800.50 instead of US$60,000');
    expect(say('offer', { ...promo, delivery: { ...soon, on: '2027-02-01' } }, 'fr')).toContain('le 1er février');
    expect(say('offer', { ...promo, delivery: { ...soon, on: '2027-02-11' } }, 'fr')).toContain('le 11 février');
  });
});

describe('a trial question', () => {
  it.each([
    ['en', 'If we took 2% off (€58,800 instead of €60,000), would you pay on delivery?'],
    [
      'de',
      'Angenommen, wir würden Ihnen 2 % Nachlass geben (58.800 € statt 60.000 €): Würden Sie dann bei Lieferung zahlen?',
    ],
    [
      'fr',
      'Si nous vous accordions une remise de 2 % (58 800 € au lieu de 60 000 €), accepteriez-vous de régler à la livraison ?',
    ],
    ['es', 'Si le hiciéramos un 2 % de descuento (58.800 € en lugar de 60.000 €), ¿pagaría a la entrega?'],
    ['nl', 'Stel dat wij u 2% korting geven (€ 58.800 in plaats van € 60.000), zou u dan bij levering betalen?'],
  ] as const)('asks in %s with the price in money', (language, words) => {
    expect(say('trial', { ...promo, delivery: null }, language)).toBe(words);
  });
});

describe('an e-mail', () => {
  it('holds an offer with give and get side by side, the customer’s own words and the caveat', () => {
    const { email, asks, gives } = composeMessage('offer', promo, anna, tongueOfLanguage('en'));
    expect(asks).toEqual(['payment on delivery (until now: within 90 days of delivery)']);
    expect(gives).toEqual([
      '€58,800 instead of €60,000 (2% off)',
      'delivery by 8 January 2027, subject to confirmation',
    ]);
    expect(email?.subject).toBe('Our proposal for your order: delivery by 8 January 2027, subject to confirmation');
    expect(email?.body).toBe(`Hello Anna,

You told me: “The promo starts on 15 January”. This is what we can do about it.

If you pay on delivery, we can let you have it for €58,800 instead of €60,000 and have it with you by 8 January, subject to confirmation.

What we ask of you:
– payment on delivery (until now: within 90 days of delivery)

What you get in return:
– €58,800 instead of €60,000 (2% off)
– delivery by 8 January 2027, subject to confirmation

The delivery date is subject to confirmation by our operations team. I will let you know as soon as it is certain.

Does that work for you? Then I will prepare the order on these terms.

Kind regards,
Jo Field`);
  });

  it('goes without what is not known', () => {
    const { email } = composeMessage(
      'offer',
      { ...promo, delivery: { ...soon, confirmed: true } },
      { firstName: null, why: '  ', senderName: null },
      tongueOfLanguage('de'),
    );
    expect(email?.body.replace(/\u00a0/g, ' ')).toBe(`Guten Tag,

vielen Dank für das Gespräch. Hier ist unser Vorschlag.

Wenn Sie bei Lieferung zahlen, können wir Ihnen 58.800 € statt 60.000 € berechnen und bis zum 8. Januar liefern.

Worum wir Sie bitten:
– Zahlung bei Lieferung (bisher: innerhalb von 90 Tagen nach Lieferung)

Was Sie dafür bekommen:
– 58.800 € statt 60.000 € (2 % Nachlass)
– Lieferung bis zum 8. Januar 2027

Sind Sie damit einverstanden? Dann bereite ich den Auftrag zu diesen Konditionen vor.

Freundliche Grüße`);
  });

  it('confirms a yes with everything that was agreed', () => {
    const { say: spoken, email } = composeMessage('agreed', many, anna, tongueOfLanguage('en'));
    expect(spoken).toBeNull();
    expect(email).toEqual({
      subject: 'Your order: what we agreed',
      body: `Hello Anna,

Thank you. This is what we agreed:
– price: €61,200 (list price €60,000, 2% more)
– payment: 50% with the order and 50% within 30 days of delivery
– delivery: 14 days sooner
– forecasts: one from you every quarter

Please tell me if you have noted anything differently. Otherwise I will put it in the quote like this.

Kind regards,
Jo Field`,
    });
  });

  it('takes what people typed as it is, on one line', () => {
    const { email } = composeMessage(
      'offer',
      promo,
      { firstName: '{Anna} <b>', why: "It's {urgent},\nsays <the boss>", senderName: null },
      tongueOfLanguage('en'),
    );
    expect(email?.body).toContain('Hello {Anna} <b>,');
    expect(email?.body).toContain("“It's {urgent}, says <the boss>”");
  });
});

describe('tongueOf', () => {
  it.each([
    ['de', null, 'de', 'de'],
    ['de-ch', 'US', 'de', 'de-CH'],
    ['fr_CA', null, 'fr', 'fr-CA'],
    ['en', 'DE', 'en', 'en-001'],
    ['en-us', 'DE', 'en', 'en-US'],
    [' NL ', null, 'nl', 'nl'],
    ['it', 'AT', 'de', 'de'],
    ['zh-cn', null, 'en', 'en-001'],
    ['de-latn-de-x-y', 'FR', 'fr', 'fr'],
    ['', 'ES', 'es', 'es'],
    [null, 'CH', 'en', 'en-001'],
    [null, null, 'en', 'en-001'],
  ])('%j with a seller in %j is %s, written as %s', (contactLanguage, sellerCountry, language, locale) => {
    expect(tongueOf(contactLanguage, sellerCountry)).toEqual({ language, locale });
  });
});
