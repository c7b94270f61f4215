import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTerms, languages, planOf, readTerms } from '@deal-terms/core/terms';
import type { PaymentTerms } from '@deal-terms/core/terms';
import { phrasesOf } from '../../src/terms/vocabulary/phrases.ts';
import { namesOfTerms } from './names-of-terms.ts';

const names = Object.entries(namesOfTerms).flatMap(([language, rows]) =>
  rows.map(([name, notation]) => [language, name, notation] as const),
);

describe('readTerms', () => {
  it.each(names)('reads, in %s, %j', (_, name, notation) => {
    const read = readTerms(name);
    expect(read.ok ? read.notation : read.message).toBe(notation);
  });

  it.each<[text: string, plan: ReturnType<typeof planOf>]>([
    ['net 90', [{ share: 1, anchor: 'delivery', days: 90 }]],
    ['Vorkasse', [{ share: 1, anchor: 'order', days: 0 }]],
    ['advance 30', [{ share: 1, anchor: 'delivery', days: -30 }]],
    ['30 gg fine mese', [{ share: 1, anchor: 'delivery', days: 45 }]],
    ['10th prox', [{ share: 1, anchor: 'delivery', days: 25 }]],
    [
      '50% deposit, balance 30 days after delivery',
      [
        { share: 0.5, anchor: 'order', days: 0 },
        { share: 0.5, anchor: 'delivery', days: 30 },
      ],
    ],
    [
      '33,33 % à la commande, 33,33 % à la livraison, 33,33 % à 30 jours',
      [
        { share: 1 / 3, anchor: 'order', days: 0 },
        { share: 1 / 3, anchor: 'delivery', days: 0 },
        { share: 1 / 3, anchor: 'delivery', days: 30 },
      ],
    ],
    [
      '30% down, rest net 60',
      [
        { share: 0.3, anchor: 'order', days: 0 },
        { share: 0.7, anchor: 'delivery', days: 60 },
      ],
    ],
  ])('gives the plan of %j', (text, plan) => {
    const read = readTerms(text);
    expect(read.ok && planOf(read.terms, null)).toEqual(plan);
  });

  it.each([
    ['', 'Enter when the customer pays.'],
    ['  ', 'Enter when the customer pays.'],
    ['whenever', 'We cannot tell what “whenever” means in payment terms.'],
    ['net', 'The number of days is missing.'],
    ['30', 'We cannot tell whether 30 is days or percent.'],
    ['order -5', 'Nobody pays before the order. Enter payment with the order, or days after it.'],
    ['5 Tage vor Auftragserteilung', 'Nobody pays before the order. Enter payment with the order, or days after it.'],
    ['net 4000', '4,000 days are more than ten years. Enter at most 3,650 days.'],
    ['net 3651', '3,651 days are more than ten years. Enter at most 3,650 days.'],
    ['advance 3651', '3,651 days are more than ten years. Enter at most 3,650 days.'],
    ['3.700 Tage', '3,700 days are more than ten years. Enter at most 3,650 days.'],
    [
      'net -30',
      'Days cannot be negative. Payment 30 days before delivery is written “advance 30”; nobody pays before the order.',
    ],
    ['50% order, 40% delivery', 'The shares add up to 90%. They must add up to 100%.'],
    ['60% order, 60% delivery', 'The shares add up to 120%. They must add up to 100%.'],
    ['70/40', 'The shares add up to 110%. They must add up to 100%.'],
    ['120% order, balance on delivery', 'The shares add up to 120%. They must add up to 100%.'],
    ['0% order, 100% delivery', 'A share of 0% is none. Enter shares above 0%.'],
    [
      '50% order + net 30',
      'There are several payments, and one of them without a share. Say how much is paid when, in percent.',
    ],
    ['50% deposit', 'The shares add up to 50%. They must add up to 100%.'],
    ['acompte', 'Say how large the deposit is, and when the rest is paid.'],
    ['balance net 30', 'Say how much is paid first: then the balance is clear.'],
    ['50% order, balance', 'One part has no due date. Say when it is paid.'],
    ['1/3, 1/3, 1/3', 'One part has no due date. Say when it is paid.'],
    ['2/10', 'This is only the discount. Say when the full amount is due as well.'],
    ['14 Tage 2 % Skonto', 'This is only the discount. Say when the full amount is due as well.'],
    ['2/10 EOM', 'This is only the discount. Say when the full amount is due as well.'],
    ['proximo', 'Say which day of the next month.'],
    ['COD net 30', 'These terms say two different times for the same payment. Say which one holds.'],
    ['prepaid net 30', 'These terms say two different times for the same payment. Say which one holds.'],
    ['net 30 or net 60', 'These terms say two different times for the same payment. Say which one holds.'],
    ['net 30/60', 'We cannot tell whether 30/60 is days or percent.'],
    [
      '30/60 gg',
      'This can mean half after 30 days and half after 60 days (50% net 30 + 50% net 60) or all of it between 30 and 60 days. Say which.',
    ],
    [
      'Lieferung in 30 Tagen',
      'This can mean payment so many days after delivery or the time until delivery. Say which.',
    ],
    ['shipping after payment', 'We cannot tell when the customer pays. Write it in other words.'],
    ['auf Rechnung', 'We cannot tell when the customer pays. Write it in other words.'],
    ['30 days end of next month', 'We cannot tell when the customer pays. Write it in other words.'],
    ['per contract', 'We cannot tell what “contract” means in payment terms.'],
    ['2% per month', 'We cannot tell what “month” means in payment terms.'],
    ['$500 deposit', 'We cannot tell what “$” means in payment terms.'],
    ['x'.repeat(301), 'This is too long for payment terms. Enter only when the customer pays.'],
  ])('refuses %j in words', (text, reason) => {
    const read = readTerms(text);
    expect(read.ok ? read.notation : read.message.split(' For example: ')[0]).toBe(reason);
  });

  it.each([
    ['45 dayz', '“net 45”, “on delivery” or “30% deposit, balance on delivery”'],
    ['40% deposit', '“40% deposit, balance on delivery”, “net 30” or “on delivery”'],
    ['Anzahlung 20 %', '“20 % Anzahlung, Rest bei Lieferung”, “30 Tage netto” or “bei Lieferung”'],
    ['60 jours fin de moi', '“60 jours net”, “à réception” or “30 % à la commande, solde à la livraison”'],
    ['90 jours fin de mois ou avant', '“90 jours fin de mois”, “90 jours net” or “à réception”'],
    ['saldo a 90 gg', '“30% acconto, saldo alla consegna”, “90 giorni data fattura” or “rimessa diretta”'],
    ['resto a 60 días', '“30 % anticipo, resto a la entrega”, “60 días fecha factura” or “al contado”'],
    ['14 dagen later', '“14 dagen netto”, “bij levering” or “30% aanbetaling, rest bij levering”'],
  ])('shows ways to write what is near to %j', (text, examples) => {
    const read = readTerms(text);
    expect(read.ok ? read.notation : read.message.split(' For example: ')[1]).toBe(`${examples}.`);
  });

  it('reads every example it shows', () => {
    for (const text of [
      '45 dayz',
      '40 % Anzahlung',
      'saldo a 90 gg',
      'resto a 60 días',
      'solde 60 jours',
      'rest 30 dagen',
    ])
      for (const end of ['', ' fin de mes', ' EOM ?', ' Monatsende ?']) {
        const read = readTerms(text + end);
        const examples = read.ok
          ? []
          : [...read.message.matchAll(/“([^”]*)”/gu)].slice(-3).map(([, shown]) => shown ?? '');
        expect(examples.filter((example) => !readTerms(example).ok)).toEqual([]);
      }
  });

  it.each([
    ['2/10 net 30', '20 days later instead costs 44.6% a year'],
    ['14 Tage 2 % Skonto 30 Tage netto', '16 days later instead costs 58.5% a year'],
    ['30 days EOM', 'Month-end terms: on average over a month 45 days after delivery; with a delivery date'],
    ['L/C 60 days', 'A letter of credit counts by its days.'],
    ['CBD', 'Payment before delivery counts as paid on the day of delivery.'],
    ['30/70', 'Read as the first part with the order, the second on delivery.'],
    ['33% order, 33% delivery, 33% net 30', 'Read as exact thirds.'],
    ['2 months', 'A month counts as 30 days.'],
    ['10 Werktage', 'Five working days count as a week.'],
  ])('says of %j what it takes for granted', (text, note) => {
    const read = readTerms(text);
    expect(read.ok ? read.note : read.message).toContain(note);
  });

  it.each([
    ['net 30', '30 days after delivery'],
    ['order 14', '14 days after the order'],
    ['advance 1', '1 day before delivery'],
    ['30% acconto, saldo alla consegna', '30% with the order, 70% on delivery'],
    ['1/3 order, 2/3 net 30', '33.33% with the order, 66.67% 30 days after delivery'],
    ['2/3 upfront rest net 30', '66.67% with the order, 33.33% 30 days after delivery'],
    ['1/2 upfront balance on delivery', '50% with the order, 50% on delivery'],
    ['60 Tage dato Rechnung', '60 days after delivery'],
    ['fin de mois', 'at the end of the month of delivery'],
    ['30 days EOM', 'at the end of the month of the day 30 days after delivery'],
    ['10th prox', '10 days after the end of the month of delivery'],
    ['end of next month', 'at the end of the month after that of delivery'],
  ])('says %j as %j', (text, reading) => {
    const read = readTerms(text);
    expect(read.ok ? read.reading : read.message).toBe(reading);
  });

  it('gives back the terms it has written', () => {
    const due = fc.oneof(
      fc
        .tuple(fc.constantFrom('order' as const, 'delivery' as const), fc.double({ min: 0, max: 3650, noNaN: true }))
        .map(([anchor, days]) => ({ by: 'days' as const, anchor, days })),
      fc
        .double({ min: -3650, max: 0, noNaN: true })
        .map((days) => ({ by: 'days' as const, anchor: 'delivery' as const, days: days + 0 })),
      fc
        .tuple(fc.nat(900), fc.constantFrom(0 as const, 1 as const), fc.nat(900))
        .map(([daysBefore, monthsOn, daysAfter]) => ({ by: 'month end' as const, daysBefore, monthsOn, daysAfter })),
    );
    const terms: fc.Arbitrary<PaymentTerms> = fc
      .array(fc.tuple(fc.double({ min: 0.001, max: 1, noNaN: true }), due), { minLength: 1, maxLength: 5 })
      .map((parts) => {
        const sum = parts.reduce((total, [weight]) => total + weight, 0);
        return parts.map(([weight, when]) => ({ share: parts.length === 1 ? 1 : weight / sum, due: when }));
      });
    fc.assert(
      fc.property(terms, (written) => {
        const read = readTerms(formatTerms(written));
        expect(read.ok ? read.terms : read.message).toEqual(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same when it reads what it has read from words', () => {
    for (const [, name, notation] of names) {
      const read = readTerms(notation);
      const first = readTerms(name);
      expect(read.ok && first.ok ? formatTerms(read.terms) : name).toBe(notation);
      expect(read.ok && first.ok ? read.terms : name).toEqual(first.ok ? first.terms : null);
    }
  });

  it('answers any text with a plan that can be scored, or with a sentence', () => {
    const words = languages.flatMap((language) => phrasesOf(language).map((phrase) => phrase.words.join(' ')));
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(...words),
          fc.constantFrom(
            '30',
            '2/10',
            '50%',
            '1/3',
            ',',
            '+',
            '/',
            '-',
            '%',
            '10th',
            '-5',
            '3.650',
            '½',
            '9'.repeat(400),
            '__proto__',
            '\u202E',
          ),
        ),
        { maxLength: 9 },
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: soup }, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const read = readTerms(text);
        if (!read.ok) {
          expect(read.message).toMatch(/\. For example: “.+”, “.+” or “.+”\.$/u);
          expect(read.message.length).toBeLessThan(500);
          return;
        }
        const plan = planOf(read.terms, '2027-01-12');
        expect(plan.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { share, anchor, days } of plan) {
          expect(share > 0 && Math.abs(days) <= 3650 && (anchor === 'delivery' || days >= 0)).toBe(true);
        }
        const again = readTerms(read.notation);
        expect(again.ok ? again.terms : again.message).toEqual(read.terms);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['+', '9', 'net 30 ', '50% order, ', '(', '½', '\u0301', '\n', '-', '1/', 'a.b.'])(
    'refuses 65,536 characters of %j at once',
    (unit) => {
      const text = unit.repeat(Math.ceil(65_536 / unit.length)).slice(0, 65_536);
      expect(readTerms(text).ok).toBe(false);
    },
  );
});

describe('the vocabularies', () => {
  it('give a phrase one meaning, whichever languages have it', () => {
    const senses = new Map<string, Set<string>>();
    for (const language of languages)
      for (const { words, sense } of phrasesOf(language)) {
        const phrase = words.join(' ');
        senses.set(phrase, (senses.get(phrase) ?? new Set()).add(JSON.stringify(sense)));
      }
    expect([...senses].filter(([phrase, all]) => phrase === '' || all.size > 1).map(([phrase]) => phrase)).toEqual([]);
  });
});
