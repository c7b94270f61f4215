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
const halves: MessageTerms['today'] = [
  { share: 0.5, anchor: 'order', days: 0 },
  { share: 0.5, anchor: 'delivery', days: 30 },
];
const many: MessageTerms = {
  ...still,
  price: 61_200,
  payment: { plan: halves, givenBy: 'customer' },
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
      'If you pay on delivery, we can offer it at €58,800 instead of €60,000 and have it with you by 8 January, subject to confirmation.',
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
      'Si paga a la entrega, podemos ofrecérselo a 58.800 € en lugar de 60.000 € y entregárselo a más tardar el 8 de enero, sujeto a confirmación.',
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
      'If you pay a deposit of 50% with the order and 50% within 30 days of delivery, send us a forecast every quarter and accept a price of €61,200 instead of €60,000, we can deliver 14 days sooner.',
    ],
    [
      'de',
      'Wenn Sie 50 % als Anzahlung bei Bestellung und 50 % innerhalb von 30 Tagen nach Lieferung zahlen, uns jedes Quartal eine Bedarfsprognose schicken und einem Preis von 61.200 € statt 60.000 € zustimmen, können wir 14 Tage früher liefern.',
    ],
    [
      'fr',
      'Si vous réglez un acompte de 50 % à la commande et 50 % dans les 30 jours suivant la livraison, nous communiquez vos prévisions chaque trimestre et acceptez un prix de 61 200 € au lieu de 60 000 €, nous pouvons vous livrer 14 jours plus tôt.',
    ],
    [
      'es',
      'Si paga un anticipo del 50 % con el pedido y el 50 % en un plazo de 30 días desde la entrega, nos envía una previsión de sus necesidades cada trimestre y acepta un precio de 61.200 € en lugar de 60.000 €, podemos entregárselo 14 días antes.',
    ],
    [
      'nl',
      'Als u 50% als aanbetaling bij bestelling en 50% binnen 30 dagen na levering betaalt, ons elk kwartaal een afnameprognose stuurt en akkoord gaat met een prijs van € 61.200 in plaats van € 60.000, kunnen wij 14 dagen eerder leveren.',
    ],
  ] as const)('asks for all it takes in %s', (language, words) => {
    expect(say('offer', many, language)).toBe(words);
  });

  it.each([
    ['en', 'If you place the order, we can have it with you by 8 January.'],
    ['de', 'Wenn Sie verbindlich bestellen, können wir bis zum 8. Januar liefern.'],
    ['fr', 'Si vous passez une commande ferme, nous pouvons vous livrer au plus tard le 8 janvier.'],
    ['es', 'Si realiza el pedido en firme, podemos entregárselo a más tardar el 8 de enero.'],
    ['nl', 'Als u de bestelling definitief plaatst, kunnen wij uiterlijk op 8 januari leveren.'],
  ] as const)('is never a gift in %s: who only gets something orders for it', (language, words) => {
    expect(say('offer', { ...still, delivery: { ...soon, confirmed: true } }, language)).toBe(words);
  });

  it('is never a demand: who only gives something keeps the price', () => {
    expect(say('offer', { ...still, payment: onDelivery })).toBe(
      'If you pay on delivery, we can keep the price at €60,000.',
    );
  });

  it.each([
    ['en', 'If you accept a price of €61,500 instead of €60,000, we can let you pay within 120 days of delivery.'],
    [
      'de',
      'Wenn Sie einem Preis von 61.500 € statt 60.000 € zustimmen, können wir eine Zahlung innerhalb von 120 Tagen nach Lieferung akzeptieren.',
    ],
    [
      'fr',
      'Si vous acceptez un prix de 61 500 € au lieu de 60 000 €, nous pouvons vous proposer un règlement dans les 120 jours suivant la livraison.',
    ],
    [
      'es',
      'Si acepta un precio de 61.500 € en lugar de 60.000 €, podemos ofrecerle la posibilidad de pagar en un plazo de 120 días desde la entrega.',
    ],
    [
      'nl',
      'Als u akkoord gaat met een prijs van € 61.500 in plaats van € 60.000, kunnen wij een betaling binnen 120 dagen na levering accepteren.',
    ],
  ] as const)('gives longer terms for a premium in %s', (language, words) => {
    expect(say('offer', later, language)).toBe(words);
  });

  it.each([
    ['en', 'let you pay in stages (a deposit of 50% with the order and 50% within 30 days of delivery).'],
    [
      'de',
      'eine Zahlung in Teilbeträgen akzeptieren (50 % als Anzahlung bei Bestellung und 50 % innerhalb von 30 Tagen nach Lieferung).',
    ],
    [
      'fr',
      'vous proposer un règlement en plusieurs fois (un acompte de 50 % à la commande et 50 % dans les 30 jours suivant la livraison).',
    ],
    [
      'es',
      'ofrecerle un pago fraccionado (un anticipo del 50 % con el pedido y el 50 % en un plazo de 30 días desde la entrega).',
    ],
    [
      'nl',
      'een betaling in termijnen accepteren (50% als aanbetaling bij bestelling en 50% binnen 30 dagen na levering).',
    ],
  ] as const)('lets the customer pay in parts in %s', (language, words) => {
    expect(say('offer', { ...later, payment: { plan: halves, givenBy: 'us' } }, language)).toMatch(
      new RegExp(`${words.replace(/[().]/g, '\\$&')}$`),
    );
  });

  it.each([
    ['en', 'If you pay with the order, we can keep the price at €60,000.'],
    ['de', 'Wenn Sie per Vorkasse bei Bestellung zahlen, können wir den Preis bei 60.000 € halten.'],
    ['fr', 'Si vous réglez à la commande, nous pouvons maintenir le prix à 60 000 €.'],
    ['es', 'Si paga por anticipado con el pedido, podemos mantener el precio en 60.000 €.'],
    ['nl', 'Als u vooraf bij bestelling betaalt, kunnen wij de prijs op € 60.000 houden.'],
  ] as const)('asks for payment in advance in %s', (language, words) => {
    const plan = [{ share: 1, anchor: 'order' as const, days: 0 }];
    expect(say('offer', { ...still, payment: { plan, givenBy: 'customer' } }, language)).toBe(words);
  });

  it.each([
    ['en', 'If you pay 1 day before delivery, we can deliver 1 day sooner.'],
    ['de', 'Wenn Sie einen Tag vor Lieferung zahlen, können wir einen Tag früher liefern.'],
    ['fr', 'Si vous réglez la veille de la livraison, nous pouvons vous livrer un jour plus tôt.'],
    ['es', 'Si paga un día antes de la entrega, podemos entregárselo un día antes.'],
    ['nl', 'Als u één dag vóór levering betaalt, kunnen wij één dag eerder leveren.'],
  ] as const)('counts one day in %s', (language, words) => {
    const plan = [{ share: 1, anchor: 'delivery' as const, days: -1 }];
    const delivery = { on: null, daysSooner: 1, confirmed: true };
    expect(say('offer', { ...still, payment: { plan, givenBy: 'customer' }, delivery }, language)).toBe(words);
  });

  it('counts days before the delivery and after the order', () => {
    const paying = (plan: MessageTerms['today'], language: Language) =>
      say('offer', { ...still, payment: { plan, givenBy: 'customer' } }, language);
    expect(paying(net(1), 'de')).toBe(
      'Wenn Sie innerhalb eines Tages nach Lieferung zahlen, können wir den Preis bei 60.000 € halten.',
    );
    expect(paying([{ share: 1, anchor: 'delivery', days: -30 }], 'en')).toBe(
      'If you pay 30 days before delivery, we can keep the price at €60,000.',
    );
    expect(paying([{ share: 1, anchor: 'order', days: 1 }], 'fr')).toBe(
      'Si vous réglez au plus tard le lendemain de la commande, nous pouvons maintenir le prix à 60 000 €.',
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
      'Angenommen, wir würden Ihnen 2 % Nachlass geben (58.800 € statt 60.000 €): Wären Sie dann bereit, bei Lieferung zu zahlen?',
    ],
    [
      'fr',
      'Si nous vous accordions une remise de 2 % (58 800 € au lieu de 60 000 €), accepteriez-vous de régler à la livraison ?',
    ],
    ['es', 'Si le hiciéramos un 2 % de descuento (58.800 € en lugar de 60.000 €), ¿pagaría a la entrega?'],
    [
      'nl',
      'Stel dat wij u 2% korting geven (€ 58.800 in plaats van € 60.000): zou u dan bereid zijn bij levering te betalen?',
    ],
  ] as const)('asks in %s with the price in money', (language, words) => {
    expect(say('trial', { ...promo, delivery: null }, language)).toBe(words);
  });

  it.each([
    [
      'en',
      'If we let you pay within 120 days of delivery, would you send us a forecast every quarter and accept a price of €61,500 instead of €60,000?',
    ],
    [
      'de',
      'Angenommen, wir würden eine Zahlung innerhalb von 120 Tagen nach Lieferung akzeptieren: Wären Sie dann bereit, uns jedes Quartal eine Bedarfsprognose zu schicken und einem Preis von 61.500 € statt 60.000 € zuzustimmen?',
    ],
    [
      'fr',
      'Si nous vous proposions un règlement dans les 120 jours suivant la livraison, accepteriez-vous de nous communiquer vos prévisions chaque trimestre et de payer 61 500 € au lieu de 60 000 € ?',
    ],
    [
      'es',
      'Si le ofreciéramos la posibilidad de pagar en un plazo de 120 días desde la entrega, ¿nos enviaría una previsión de sus necesidades cada trimestre y aceptaría un precio de 61.500 € en lugar de 60.000 €?',
    ],
    [
      'nl',
      'Stel dat wij een betaling binnen 120 dagen na levering accepteren: zou u dan bereid zijn ons elk kwartaal een afnameprognose te sturen en akkoord te gaan met een prijs van € 61.500 in plaats van € 60.000?',
    ],
  ] as const)('asks in %s for more than payment', (language, words) => {
    expect(say('trial', { ...later, forecast: true }, language)).toBe(words);
  });
});

describe('an e-mail', () => {
  const spaced = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
  const whys = {
    en: 'The promo starts on 15 January.',
    de: 'Die Aktion beginnt am 15. Januar.',
    fr: 'La promotion démarre le 15 janvier.',
    es: 'La promoción empieza el 15 de enero.',
    nl: 'De actie begint op 15 januari.',
  };

  it('holds an offer with give and get side by side', () => {
    const { asks, gives } = composeMessage('offer', promo, anna, tongueOfLanguage('en'));
    expect(asks).toEqual(['payment on delivery (currently: within 90 days of delivery)']);
    expect(gives).toEqual([
      '€58,800 instead of €60,000 (2% off)',
      'delivery by 8 January 2027, subject to confirmation',
    ]);
  });

  it.each([
    [
      'en',
      'Our proposal for your order: delivery by 8 January 2027, subject to confirmation',
      `Hello Anna,

This is what I took from our conversation:
“The promo starts on 15 January.”

With that in mind, here is our proposal.

If you pay on delivery, we can offer it at €58,800 instead of €60,000 and have it with you by 8 January, subject to confirmation.

What we ask of you:
– payment on delivery (currently: within 90 days of delivery)

What you get in return:
– €58,800 instead of €60,000 (2% off)
– delivery by 8 January 2027, subject to confirmation

The delivery date is subject to confirmation by our operations team. I will let you know as soon as it is certain.

Does that work for you? If so, I will prepare the order on these terms.

Kind regards,
Jo Field`,
    ],
    [
      'de',
      'Unser Vorschlag für Ihren Auftrag: Lieferung bis zum 8. Januar 2027, vorbehaltlich der Bestätigung',
      `Guten Tag Anna,

aus unserem Gespräch habe ich mitgenommen:
„Die Aktion beginnt am 15. Januar.“

Vor diesem Hintergrund schlagen wir Ihnen Folgendes vor.

Wenn Sie bei Lieferung zahlen, können wir Ihnen 58.800 € statt 60.000 € berechnen und vorbehaltlich der Bestätigung bis zum 8. Januar liefern.

Worum wir Sie bitten:
– Zahlung bei Lieferung (bisher: innerhalb von 90 Tagen nach Lieferung)

Was Sie dafür bekommen:
– 58.800 € statt 60.000 € (2 % Nachlass)
– Lieferung bis zum 8. Januar 2027, vorbehaltlich der Bestätigung

Der Liefertermin gilt vorbehaltlich der Bestätigung durch unsere Auftragsabwicklung. Ich melde mich bei Ihnen, sobald er feststeht.

Sind Sie damit einverstanden? Dann bereite ich den Auftrag zu diesen Konditionen vor.

Freundliche Grüße
Jo Field`,
    ],
    [
      'fr',
      'Notre proposition pour votre commande : livraison au plus tard le 8 janvier 2027, sous réserve de confirmation',
      `Bonjour Anna,

Voici ce que j’ai retenu de notre échange :
« La promotion démarre le 15 janvier. »

Compte tenu de ces éléments, voici notre proposition.

Si vous réglez à la livraison, nous pouvons vous facturer 58 800 € au lieu de 60 000 € et vous livrer au plus tard le 8 janvier, sous réserve de confirmation.

Ce que nous vous demandons :
– règlement à la livraison (jusqu’à présent : dans les 90 jours suivant la livraison)

Ce que vous obtenez en échange :
– 58 800 € au lieu de 60 000 € (2 % de remise)
– livraison au plus tard le 8 janvier 2027, sous réserve de confirmation

La date de livraison est donnée sous réserve de confirmation par notre service logistique. Je reviens vers vous dès qu’elle sera confirmée.

Cela vous convient-il ? Si oui, je prépare la commande à ces conditions.

Bien cordialement,
Jo Field`,
    ],
    [
      'es',
      'Nuestra propuesta para su pedido: entrega a más tardar el 8 de enero de 2027, sujeta a confirmación',
      `Buenos días, Anna:

De nuestra conversación me quedo con esto:
«La promoción empieza el 15 de enero.»

Teniéndolo en cuenta, esta es nuestra propuesta.

Si paga a la entrega, podemos ofrecérselo a 58.800 € en lugar de 60.000 € y entregárselo a más tardar el 8 de enero, sujeto a confirmación.

Lo que le pedimos:
– pago a la entrega (hasta ahora: en un plazo de 90 días desde la entrega)

Lo que recibe a cambio:
– 58.800 € en lugar de 60.000 € (2 % de descuento)
– entrega a más tardar el 8 de enero de 2027, sujeta a confirmación

La fecha de entrega está sujeta a la confirmación de nuestro equipo de operaciones. Le avisaré en cuanto esté confirmada.

¿Le parece bien? En ese caso, prepararé el pedido en estas condiciones.

Un cordial saludo,
Jo Field`,
    ],
    [
      'nl',
      'Ons voorstel voor uw bestelling: levering uiterlijk op 8 januari 2027, onder voorbehoud van bevestiging',
      `Beste Anna,

Dit neem ik mee uit ons gesprek:
“De actie begint op 15 januari.”

Met dat in gedachten doen wij u het volgende voorstel.

Als u bij levering betaalt, kunnen wij u € 58.800 in plaats van € 60.000 in rekening brengen en onder voorbehoud van bevestiging uiterlijk op 8 januari leveren.

Wat wij van u vragen:
– betaling bij levering (tot nu toe: binnen 90 dagen na levering)

Wat u daarvoor krijgt:
– € 58.800 in plaats van € 60.000 (2% korting)
– levering uiterlijk op 8 januari 2027, onder voorbehoud van bevestiging

De leverdatum is onder voorbehoud van bevestiging door onze afdeling logistiek. Zodra de datum vaststaat, laat ik het u weten.

Kunt u zich hierin vinden? Dan bereid ik de bestelling onder deze voorwaarden voor.

Met vriendelijke groet,
Jo Field`,
    ],
  ] as const)('offers in %s, with the customer’s own words and the caveat', (language, subject, body) => {
    const { email } = composeMessage('offer', promo, { ...anna, why: whys[language] }, tongueOfLanguage(language));
    expect(spaced(email?.subject)).toBe(subject);
    expect(spaced(email?.body)).toBe(body);
  });

  it('goes without what is not known', () => {
    const { email } = composeMessage(
      'offer',
      { ...promo, delivery: { ...soon, confirmed: true } },
      { firstName: null, why: '  ', senderName: null },
      tongueOfLanguage('de'),
    );
    expect(spaced(email?.body)).toBe(`Guten Tag,

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

  it.each([
    [
      'en',
      'Your order: what we agreed',
      `Hello Anna,

Thank you. This is what we agreed:
– price: €61,200 instead of €60,000 (2% more)
– payment: a deposit of 50% with the order and 50% within 30 days of delivery
– delivery: 14 days sooner
– forecasts: from you, every quarter

If anything differs from your own notes, please let me know. Otherwise I will put these points in the quote.

Kind regards,
Jo Field`,
    ],
    [
      'de',
      'Ihr Auftrag: unsere Vereinbarung',
      `Guten Tag Anna,

vielen Dank. Das haben wir vereinbart:
– Preis: 61.200 € statt 60.000 € (2 % Aufpreis)
– Zahlung: 50 % als Anzahlung bei Bestellung und 50 % innerhalb von 30 Tagen nach Lieferung
– Lieferung: 14 Tage früher
– Bedarfsprognose: von Ihnen, einmal pro Quartal

Bitte geben Sie mir Bescheid, falls Sie etwas anders notiert haben. Andernfalls übernehme ich die Punkte so ins Angebot.

Freundliche Grüße
Jo Field`,
    ],
    [
      'fr',
      'Votre commande : les conditions convenues',
      `Bonjour Anna,

Merci pour votre accord. Voici les conditions convenues :
– prix : 61 200 € au lieu de 60 000 € (2 % de plus)
– règlement : un acompte de 50 % à la commande et 50 % dans les 30 jours suivant la livraison
– livraison : 14 jours plus tôt
– prévisions : de votre part, chaque trimestre

Si vous avez noté autre chose, merci de me le signaler. Sinon, je reprends ces conditions dans le devis.

Bien cordialement,
Jo Field`,
    ],
    [
      'es',
      'Su pedido: lo que hemos acordado',
      `Buenos días, Anna:

Gracias. Esto es lo que hemos acordado:
– precio: 61.200 € en lugar de 60.000 € (un 2 % más)
– pago: un anticipo del 50 % con el pedido y el 50 % en un plazo de 30 días desde la entrega
– entrega: 14 días antes
– previsiones: las envía usted, cada trimestre

Si ha anotado algo distinto, dígamelo, por favor. Si no, lo incluiré así en la oferta.

Un cordial saludo,
Jo Field`,
    ],
    [
      'nl',
      'Uw bestelling: onze afspraken',
      `Beste Anna,

Hartelijk dank. Dit hebben wij afgesproken:
– prijs: € 61.200 in plaats van € 60.000 (2% meer)
– betaling: 50% als aanbetaling bij bestelling en 50% binnen 30 dagen na levering
– levering: 14 dagen eerder
– afnameprognose: elk kwartaal door u aan te leveren

Hebt u iets anders genoteerd? Laat het mij dan weten. Anders neem ik het zo op in de offerte.

Met vriendelijke groet,
Jo Field`,
    ],
  ] as const)('confirms a yes in %s with everything that was agreed', (language, subject, body) => {
    const { say: spoken, email, quoted } = composeMessage('agreed', many, anna, tongueOfLanguage(language));
    expect(spoken).toBeNull();
    expect(quoted).toBeNull();
    expect(spaced(email?.subject)).toBe(subject);
    expect(spaced(email?.body)).toBe(body);
  });

  it.each([
    ['en', 'Our proposal for your order: payment in stages'],
    ['de', 'Unser Vorschlag für Ihren Auftrag: Zahlung in Teilbeträgen'],
    ['fr', 'Notre proposition pour votre commande : règlement en plusieurs fois'],
    ['es', 'Nuestra propuesta para su pedido: pago fraccionado'],
    ['nl', 'Ons voorstel voor uw bestelling: betaling in termijnen'],
  ] as const)('has a short subject in %s', (language, subject) => {
    const terms: MessageTerms = { ...later, payment: { plan: halves, givenBy: 'us' } };
    expect(spaced(composeMessage('offer', terms, anna, tongueOfLanguage(language)).email?.subject)).toBe(subject);
  });

  it.each(['de-CH', 'de-LI'])('is spelt the Swiss way in %s, but for what people typed', (locale) => {
    const { email } = composeMessage('offer', promo, { ...anna, senderName: 'Jo Weiß' }, { language: 'de', locale });
    expect(email?.body).toMatch(/Freundliche Grüsse\nJo Weiß$/);
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
