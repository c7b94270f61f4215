import { inDays } from './account.ts';
import type { Account } from './account.ts';
import type { Action } from './action.ts';

const by = 'A Manager';

/** What reps and managers do around a deal: words for it, tasks, scenarios, the management table. */
export function deskActionsIn(account: Account, dealId: string): Action[] {
  const ofPage = (parameters: object) => () => Promise.resolve({ parameters });
  const figures = { borrowingRate: 0.09, unfundedCost: 100_000, contributionMargin: 0.2, certainty: 0.6 };
  return [
    {
      what: 'word an offer for the customer',
      file: 'compose-message.js',
      floor: 2,
      why: 'ledger; the deal’s words and contacts, of which this one has none',
      context: async () => ({
        propertiesToSend: await account.attested(dealId),
        parameters: {
          kind: 'offer',
          terms: {
            currency: 'EUR',
            listPrice: 60_000,
            price: 58_800,
            today: [{ share: 1, anchor: 'delivery', days: 90 }],
            payment: { plan: [{ share: 1, anchor: 'delivery', days: 0 }], givenBy: 'customer' },
            forecast: false,
            delivery: null,
          },
          language: null,
          senderName: 'A Rep',
          quotesWhy: true,
        },
      }),
    },
    {
      what: 'give a deal’s owner a task',
      file: 'message-owner.js',
      floor: 5,
      why: 'ledger, the deal as it is stored, the day’s entry, the task, the entry marked as told',
      context: ofPage({ dealId, by }),
    },
    {
      what: 'keep a scenario of the plan',
      file: 'plan-scenarios.js',
      floor: 4,
      why: 'ledger, scenarios since its summary, the new one, the summary',
      context: ofPage({
        action: 'keep',
        scenario: { name: 'Less waits', inputs: { figures, excluded: [], countsOverdue: false } },
        replaces: null,
        by,
      }),
    },
    {
      what: 'decide at the management table',
      file: 'record-meeting.js',
      floor: 11,
      why: 'ledger; what came since to its summaries of themes and of decisions, a hundred entries each; owners and the deal; the decision, the summary, one look for a writer in between; the task’s entry, the task, its id',
      context: ofPage({
        action: 'decide',
        id: 'decision-1',
        subject: { kind: 'deal', id: dealId },
        what: 'Safety stock from March',
        ownerId: '501',
        dueOn: inDays(60),
        dealIds: [],
        by,
      }),
    },
    {
      what: 'open the meeting',
      file: 'open-meeting.js',
      floor: 5,
      why: 'ledger; what came since to both summaries; entries of decisions’ tasks, those tasks',
      context: ofPage({}),
    },
    {
      what: 'add a theme',
      file: 'save-themes.js',
      floor: 4,
      why: 'ledger, later versions of the list, the new one, the list in force',
      context: ofPage({ basedOn: 0, change: { action: 'add', name: 'Trade fairs' }, by }),
    },
  ];
}
