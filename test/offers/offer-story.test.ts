import { describe, expect, it } from 'vitest';
import {
  approvalSubject,
  counterInWords,
  excessInWords,
  negotiationOf,
  offerStory,
  reminderStory,
  reminderSubject,
  termsInWords,
  trialAnswerInWords,
} from '@deal-terms/core/offers';
import { appraisal, eventsOf, terms } from './offer-events.ts';
import type { ActionName } from './offer-events.ts';

/** What the timeline says of the last of these. */
function storyOf(...names: readonly ActionName[]): string[] {
  const events = eventsOf(...names);
  return offerStory(events.at(-1)!, negotiationOf(events), '2026-10-05').split('\n');
}
const offered = 'Pays 30 days after delivery, for a 2% discount.';
const gains = 'Worth $800 to us and $300 to the customer; gross margin then 38%; chance of a yes 80%.';
const lastDay =
  'Good until Oct 20, 2026, for these terms and this deal as it stands: if amount, margin or answers change, ask again.';

describe('the timeline’s story of an offer', () => {
  it.each<[readonly ActionName[], readonly string[]]>([
    [['ask'], ['Lena Brandt asked for approval.', offered, gains]],
    [['offer'], ['Lena Brandt offered the customer.', offered, gains]],
    [
      ['ask', 'approve'],
      ['Lena Brandt approved the offer.', lastDay],
    ],
    [
      ['ask', 'counter'],
      [
        'Lena Brandt approved another discount.',
        'Pays 30 days after delivery, for a 1% discount.',
        gains,
        lastDay,
        'Reason: Half of it',
      ],
    ],
    [
      ['ask', 'reject'],
      ['Lena Brandt refused approval.', 'Reason: Too dear'],
    ],
    [
      ['offer', 'accepted'],
      ['Lena Brandt recorded the customer’s answer.', 'Accepted on 2026-10-02.', '“So be it”'],
    ],
    [
      ['offer', 'wantedMore'],
      [
        'Lena Brandt recorded the customer’s answer.',
        'Wanted more on 2026-10-02.',
        'They would say yes at a 5% discount.',
      ],
    ],
    [
      ['offer', 'refusedTerms'],
      ['Lena Brandt recorded the customer’s answer.', 'Refused the terms on 2026-10-02.'],
    ],
    [
      ['offer', 'refusedPrice'],
      ['Lena Brandt recorded the customer’s answer.', 'Refused the price on 2026-10-02.'],
    ],
    [
      ['offer', 'noAnswer'],
      ['Lena Brandt recorded the customer’s answer.', 'No answer on 2026-10-09.'],
    ],
    [
      ['trial'],
      [
        'Lena Brandt asked the customer a question.',
        offered,
        'They wanted more. They would say yes at a 3% discount.',
        '“Ask Ann”',
      ],
    ],
    [
      ['trial', 'correctTrial'],
      ['Lena Brandt corrected the answer to a question.', 'It was not asked after all.'],
    ],
    [
      ['offer', 'accepted', 'record'],
      ['Lena Brandt recorded the result.', 'The concessions are earned.', 'Realised gain -$18, expected $800.'],
    ],
    [['record'], ['Lena Brandt recorded the result.']],
  ])('%j', (names, story) => {
    expect(storyOf(...names)).toEqual(story);
  });

  it('says what was given for nothing, or that it is not known yet', () => {
    const told = (paidOn: string | null) => {
      const events = eventsOf('offer', 'accepted', 'record');
      const record = { ...events[2]!, action: 'record' as const };
      const outcome = {
        orderedOn: '2026-01-01',
        deliveredOn: '2026-01-11',
        paidOn,
        forecastsSent: null,
        actualExpediteCost: null,
      };
      const changed = [events[0]!, events[1]!, { ...record, outcome }];
      return offerStory(changed[2]!, negotiationOf(changed), '2026-02-01').split('\n').slice(1, 2);
    };
    expect(told('2026-04-10')).toEqual(['Not earned: we gave $2,000 and did not get what was agreed.']);
    expect(told(null)).toEqual(['Whether the concessions are earned is not known yet.']);
  });

  it('keeps what people typed on its line', () => {
    const [ask, reject] = eventsOf('ask', 'reject');
    const typed = { ...reject!, action: 'reject' as const, reason: ' No.\n\n  Lena Brandt approved the offer. ' };
    expect(offerStory(typed, negotiationOf([ask!, typed]), '2026-10-05')).toBe(
      'Lena Brandt refused approval.\nReason: No. Lena Brandt approved the offer.',
    );
  });
});

describe('terms in a sentence', () => {
  it.each([
    [{ discount: 0 }, 'Pays 30 days after delivery, at today’s price.'],
    [{ discount: -0.03 }, 'Pays 30 days after delivery, for a 3% premium.'],
    [{ daysSaved: 1 }, 'Pays 30 days after delivery, gets delivery 1 day sooner, for a 2% discount.'],
    [
      { daysSaved: 21, forecast: true },
      'Pays 30 days after delivery, shares quarterly forecasts, gets delivery 21 days sooner, for a 2% discount.',
    ],
    [{ paymentPlan: null }, 'Pays 90 days after delivery, for a 2% discount.'],
  ])('%j', (change, sentence) => {
    expect(termsInWords({ terms: { ...terms, ...change }, appraisal })).toBe(sentence);
  });

  it('of a customer’s answer to a question', () => {
    expect([
      trialAnswerInWords({ said: 'yes', counterDiscount: null }),
      trialAnswerInWords({ said: 'no', counterDiscount: null }),
      trialAnswerInWords({ said: 'more', counterDiscount: 0.035 }),
      counterInWords(0.05, { locale: 'en' }),
    ]).toEqual([
      'They said yes.',
      'They said no.',
      'They wanted more. They would say yes at a 3.5% discount.',
      'They would say yes at a 5% discount.',
    ]);
  });

  it('of a limit that was gone beyond', () => {
    const of = (limit: 'discount' | 'margin' | 'gain' | 'days', allowed: number, offered: number) =>
      excessInWords([{ limit, allowed, offered, currency: 'EUR' }]);
    expect([
      of('discount', 0.05, 0.07),
      of('margin', 0.3, 0.25),
      of('gain', 0, -4079),
      of('gain', 500, 200),
      of('days', 0, 30),
    ]).toEqual([
      'Discount 7%, the limit is 5%.',
      'Gross margin 25%, the limit is 30%.',
      'It costs us €4,079; at least €0 must be gained.',
      'It gains us €200, the least is €500.',
      'Payment 30 days later than today, the limit is 0.',
    ]);
    expect(excessInWords([])).toBe('');
  });
});

describe('a task that asks for an approval', () => {
  it('names the deal; a reminder names who waits, and since when', () => {
    expect(approvalSubject('Mugs')).toBe('Approve an offer of terms: Mugs');
    expect(reminderSubject('Mugs')).toBe('Reminder: Approve an offer of terms: Mugs');
    expect(reminderStory({ by: 'Oliver', at: '2026-10-01T08:00:00.000Z' }, 'Lena', offered)).toBe(
      `Lena reminds you: Oliver has been waiting for your decision since Oct 1, 2026.\n${offered}\nIt is on top of the card on the deal.`,
    );
  });
});
