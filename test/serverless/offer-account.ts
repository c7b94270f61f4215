import { decideOfferReplySchema, offerTermsReplySchema } from '@deal-terms/core/contracts';
import type { DecideOfferRequest, offerTermsRequestSchema } from '@deal-terms/core/contracts';
import type * as z from 'zod/mini';
import { decideOffer } from '../../serverless/functions/decide-offer.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { runApp, startAccount } from './account.ts';

/** The promo retailer: 60,000 at 45 %, 42 days, net 90, ordered on 30 November. */
const promoRetailer = {
  dealname: 'Christmas market promotion',
  amount: '60000',
  closedate: '2026-11-30T12:00:00Z',
  terms_payment_plan: 'net 90',
  terms_lead_time_days: '42',
  terms_gross_margin: '0.45',
  terms_cash_position: 'abundant',
  terms_importance: 'standard_clause',
  terms_urgency: 'high',
  terms_relationship: 'new',
  terms_needed_by: '2026-12-21',
};

/** Of the story: pays on delivery, gets 21 days and 2 %; and a discount beyond everybody's 3 %. */
export const within = { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount: 0.02 };
export const beyond = { ...within, discount: 0.05 };

/** An account where 3 % is the limit, Lena may give 8 %, and Grace approves. */
export async function startOfferAccount(options: Parameters<typeof startAccount>[0] = {}) {
  const account = await startAccount(options);
  account.emulator.setUp({
    owners: [
      { id: '501', userId: 91, email: 'oliver@cuckoo.example', firstName: 'Oliver', lastName: 'Hughes' },
      { id: '502', userId: 92, email: 'lena@cuckoo.example', firstName: 'Lena', lastName: 'Brandt' },
      { id: '504', userId: 94, email: 'grace@cuckoo.example', firstName: 'Grace', lastName: 'Whitfield' },
    ],
  });
  const app = {
    maxDiscount: 0.03,
    minMargin: 0.2,
    ownerLimits: [{ ownerId: '502', maxDiscount: 0.08, minMargin: null }],
    approverIds: ['504'],
  };
  await account.writeLedger(
    'policy/current',
    'policy',
    JSON.stringify({ version: 3, modelVersion: 2, model: { backlog: { unfundedCost: 250_000 } }, app }),
  );
  const find = async (objectType: 'notes' | 'tasks', properties: string, dealId: string) => {
    const found: Found[] = [];
    for (let after: string | undefined = '0'; after !== undefined;) {
      const page = (await account.api(
        'GET',
        `/crm/v3/objects/${objectType}?limit=100&after=${after}&associations=deals&properties=${properties}`,
      )) as unknown as { results: Found[]; paging?: { next?: { after: string } } };
      found.push(...page.results);
      after = page.paging?.next?.after;
    }
    return found
      .filter(({ associations }) => associations?.['deals']?.results[0]?.id === dealId)
      .map(({ properties: kept }) => kept);
  };
  return {
    ...account,
    promoDeal: async (rest: Record<string, string> = {}) =>
      account.createDeal(
        { ...promoRetailer, hubspot_owner_id: '501', ...rest },
        await account.createCompany('Liffey & Lane Stores'),
      ),
    notes: async (dealId: string) =>
      (await find('notes', 'hs_note_body', dealId)).map((note) => note['hs_note_body'] ?? ''),
    createTask: (dealId: string, subject: string) =>
      account.api('POST', '/crm/v3/objects/tasks', {
        properties: { hs_timestamp: '2026-11-23T09:00:00Z', hs_task_subject: subject, hs_task_status: 'NOT_STARTED' },
        associations: [
          { to: { id: dealId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 216 }] },
        ],
      }),
    tasks: (dealId: string) => find('tasks', 'hs_task_subject,hs_task_body,hs_task_status,hubspot_owner_id', dealId),
  };
}
export type OfferAccount = Awaited<ReturnType<typeof startOfferAccount>>;
type Found = {
  readonly properties: Record<string, string | null>;
  readonly associations?: Record<string, { results: { id: string }[] }>;
};

type OfferTermsRequest = z.input<typeof offerTermsRequestSchema>;
type Action<Request> = Request extends unknown ? Omit<Request, 'revision' | 'by' | 'key' | 'userId'> : never;

/** The functions as the card calls them; every reply is checked against its contract. */
export function runOffers(account: OfferAccount, options: Parameters<typeof runApp>[1] = {}) {
  const app = runApp(account, { secrets: { POLICY_EDIT_KEY: 'cuckoo clocks' }, ...options });
  const checked = <T>(reply: unknown, schema: { parse: (value: unknown) => T }): T =>
    schema.parse(JSON.parse(JSON.stringify(reply)));
  const rep = async (dealId: string, parameters: OfferTermsRequest) =>
    checked(
      await app.main(offerTerms)({ propertiesToSend: await app.attest(dealId), parameters }),
      offerTermsReplySchema,
    );
  const decide = async (dealId: string, parameters: DecideOfferRequest) =>
    checked(
      await app.main(decideOffer)({ propertiesToSend: await app.attest(dealId), parameters }),
      decideOfferReplySchema,
    );
  return {
    ...app,
    rep,
    decide,
    oliver: (dealId: string, revision: number, action: Action<OfferTermsRequest>) =>
      rep(dealId, { ...action, revision, by: 'Oliver Hughes' }),
    grace: (dealId: string, revision: number, action: Action<DecideOfferRequest>) =>
      decide(dealId, { ...action, revision, by: 'Grace Whitfield', key: 'cuckoo clocks', userId: '94' }),
  };
}
