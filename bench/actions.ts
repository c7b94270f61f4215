import { decodeCustomerProfile } from '@deal-terms/core/crm';
import { demoSecrets } from '../commands/start/demo-secrets.ts';
import type { Action } from './action.ts';
import { inDays } from './account.ts';
import type { Account } from './account.ts';
import { deskActionsIn } from './desk-actions.ts';

const rescored = 100;

/** Functions in an order in which each finds what it needs. */
export async function actionsIn(account: Account): Promise<Action[]> {
  const dealId = await account.createDeal();
  const onDeal = async (parameters: object) => ({ propertiesToSend: await account.attested(dealId), parameters });
  const onTicket = async (parameters: object) => ({ propertiesToSend: await account.attestedTicket(), parameters });
  const by = { by: 'A Rep' };
  const terms = { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount: 0.02 };
  const key = { key: demoSecrets.POLICY_EDIT_KEY };
  return [
    {
      what: 'open the card',
      file: 'open-deal.js',
      floor: 5,
      why: 'ledger, the deal with its links, the company with its own, its other deals; owners, as the policy names approvers',
      context: () => onDeal({}),
    },
    {
      what: 'open the card of a deal with a quote, line items and invoices',
      file: 'open-deal.js',
      floor: 8,
      why: 'the same, and lines, quotes and invoices',
      context: async () => {
        const [billedId = ''] = await account.createDealsWithEvidence(1);
        return { propertiesToSend: await account.attested(billedId), parameters: {} };
      },
    },
    {
      what: 'save and score',
      file: 'score-deal.js',
      floor: 3,
      why: 'ledger, the write, one look at the history for a writer in between',
      context: async () => {
        const loaded = decodeCustomerProfile(await account.attested(dealId));
        return onDeal({ loaded, captured: { ...loaded, customerWhy: 'Opens its market' } });
      },
    },
    {
      what: 'request an expedited shipment',
      file: 'request-expedite.js',
      floor: 7,
      why: 'ledger, the deal as it is stored, its tickets, the company’s name, the new ticket, the deal’s copy, the week’s slots',
      context: () =>
        onDeal({
          action: 'request',
          terms: { ...terms, neededBy: inDays(28), customerWhy: '', offerExpires: inDays(4) },
          ...by,
        }),
    },
    {
      what: 'look at the deal’s request',
      file: 'open-expedite.js',
      floor: 4,
      why: 'ledger, the deal as it is stored, its ticket, the week’s slots',
      context: () => onDeal({}),
    },
    {
      what: 'look at the ticket',
      file: 'open-ticket.js',
      floor: 6,
      why: 'ledger and ticket, deal and later requests, the company’s name, the weeks’ slots',
      context: () => onTicket({ considering: null }),
    },
    {
      what: 'accept a request',
      file: 'decide-expedite.js',
      floor: 12,
      why: 'ledger and ticket, deal and later requests, slots; slot, decision, ticket, deal, note and task; the decision marked as told',
      context: () =>
        onTicket({ decision: { action: 'accept', date: inDays(28), cost: 2770 }, revision: 1, by: 'An Ops' }),
    },
    {
      what: 'ask for an approval',
      file: 'offer-terms.js',
      floor: 8,
      why: 'ledger, the deal as it is stored with its lines, owners, the event, deal, note and task, the event marked as told',
      context: () => onDeal({ action: 'ask', terms: { ...terms, discount: 0.05 }, revision: 0, ...by }),
    },
    {
      what: 'approve an offer',
      file: 'decide-offer.js',
      floor: 10,
      why: 'ledger; the try at the code; the deal as it is stored, owners, the event, deal, its tasks, that task, note, the event marked as told',
      context: () => onDeal({ action: 'approve', reason: '', revision: 1, by: 'An Ops', userId: '93', ...key }),
    },
    {
      what: 'the board’s page',
      file: 'open-board.js',
      floor: 3,
      why: 'ledger, owners, stages; deals are read as the viewer',
      context: () => Promise.resolve({ parameters: {} }),
    },
    {
      what: `rescore ${rescored} deals of a page`,
      file: 'rescore-deals.js',
      floor: 5,
      why: 'ledger, one batch read, which lines and quotes they have, one batch update',
      context: async () => ({ parameters: { dealIds: await account.createDeals(rescored) } }),
    },
    {
      what: `rescore ${rescored} deals of a page, with quotes, line items and invoices`,
      file: 'rescore-deals.js',
      floor: 12,
      why: 'the same; those lines and quotes; the company, which deals and invoices it has, and those; a hundred a call',
      context: async () => ({ parameters: { dealIds: await account.createDealsWithEvidence(rescored) } }),
    },
    {
      what: 'propose settings',
      file: 'propose-policy.js',
      floor: 2,
      why: 'ledger, so that nobody else’s proposal is written over; the proposal',
      context: () =>
        Promise.resolve({
          parameters: { proposal: { settings: { 'model.responseNoise': 0.004 }, answers: 60 }, ...by },
        }),
    },
    {
      what: 'open the settings',
      file: 'read-policy.js',
      floor: 3,
      why: 'ledger, its versions, owners',
      context: () => Promise.resolve({ parameters: {} }),
    },
    {
      what: 'save the policy',
      file: 'save-policy.js',
      floor: 5,
      why: 'ledger with its versions; the try at the code; the new one, the policy in force, one look for a writer in between',
      context: () =>
        Promise.resolve({
          parameters: {
            ...key,
            basedOn: 1,
            settings: { ...account.settings, model: { ...account.settings.model, responseNoise: 0.004 } },
            author: 'A Rep',
          },
        }),
    },
    ...deskActionsIn(account, dealId),
  ];
}
