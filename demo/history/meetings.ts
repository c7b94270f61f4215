import type { DemoCalendar } from '../demo-calendar.ts';
import { fullName } from '../people.ts';
import type { AppSteps } from '../app-steps.ts';
import type { PersonKey } from '../people.ts';
import type { Ids } from '../demo-records.ts';
import type { Life } from './lives.ts';

type Decision = {
  readonly id: string;
  /** A theme's id, or an open deal by its name. */
  readonly about: { readonly theme: string } | { readonly deal: string };
  readonly what: string;
  readonly owner: PersonKey;
  readonly dueInDays: number;
  /** What became of it, and when; nothing yet where it is missing. */
  readonly settled?: { readonly outcome: 'done' | 'dropped'; readonly daysAgo: number };
};
type Meeting = {
  readonly id: string;
  readonly daysAgo: number;
  readonly themes: readonly string[];
  /** Open deals by name. */
  readonly deals: readonly string[];
  readonly decisions: readonly Decision[];
};

/** What the management table talked about, the oldest meeting first. Of storage it has not talked for a while. */
const meetings: readonly Meeting[] = [
  {
    id: 'table-stock-outs',
    daysAgo: 152,
    themes: ['stock_outs', 'storage', 'promotion_dates'],
    deals: [],
    decisions: [
      {
        id: 'safety-stock',
        about: { theme: 'stock_outs' },
        what: 'Safety stock of the ten best sellers from September on',
        owner: 'marta',
        dueInDays: -90,
        settled: { outcome: 'done', daysAgo: 88 },
      },
      {
        id: 'second-warehouse',
        about: { theme: 'storage' },
        what: 'Ask two hauliers what keeping goods for customers would cost',
        owner: 'henrik',
        dueInDays: -110,
        settled: { outcome: 'dropped', daysAgo: 97 },
      },
    ],
  },
  {
    id: 'table-payment-runs',
    daysAgo: 61,
    themes: ['payment_runs', 'late_payers'],
    deals: [],
    decisions: [
      {
        id: 'invoice-days',
        about: { theme: 'payment_runs' },
        what: 'Invoices leave two days before the customer’s payment run, not at the end of the month',
        owner: 'grace',
        dueInDays: -30,
        settled: { outcome: 'done', daysAgo: 33 },
      },
    ],
  },
  {
    id: 'table-promotions',
    daysAgo: 19,
    themes: ['promotion_dates', 'stock_outs'],
    deals: ['Heritage gift hall'],
    decisions: [
      {
        id: 'press-week',
        about: { theme: 'promotion_dates' },
        what: 'A press week is kept free for promotions confirmed by the tenth of the month',
        owner: 'marta',
        dueInDays: 12,
      },
      {
        id: 'saturday-shift',
        about: { deal: 'Heritage gift hall' },
        what: 'Offer one Saturday shift at cost for the reopening',
        owner: 'grace',
        dueInDays: -2,
      },
    ],
  },
];

/** Each meeting, its decisions, and what became of them, in a life of its own. */
export function meetingLives(
  steps: Pick<AppSteps, 'recordMeeting'>,
  {
    calendar,
    owners,
    dealId,
  }: { readonly calendar: DemoCalendar; readonly owners: Ids; readonly dealId: (name: string) => string },
): Life[] {
  const by = fullName('grace');
  async function* meetingLife({ id, daysAgo, themes, deals, decisions }: Meeting): Life {
    yield calendar.instantMs(-daysAgo);
    await steps.recordMeeting({ action: 'discuss', id, themes: [...themes], deals: deals.map(dealId), by });
    for (const { id: decisionId, about, what, owner, dueInDays } of decisions)
      await steps.recordMeeting({
        action: 'decide',
        id: decisionId,
        subject: 'theme' in about ? { kind: 'theme', id: about.theme } : { kind: 'deal', id: dealId(about.deal) },
        what,
        ownerId: owners.get(owner) ?? '',
        dueOn: calendar.date(dueInDays),
        dealIds: [],
        by,
      });
  }
  async function* settledLife({ id: decisionId, settled }: Decision): Life {
    if (settled === undefined) return;
    yield calendar.instantMs(-settled.daysAgo);
    await steps.recordMeeting({ action: 'settle', decisionId, outcome: settled.outcome, by });
  }
  return [...meetings.map(meetingLife), ...meetings.flatMap(({ decisions }) => decisions.map(settledLife))];
}
