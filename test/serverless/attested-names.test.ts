import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import { decideExpedite } from '../../serverless/functions/decide-expedite.ts';
import { decideOffer } from '../../serverless/functions/decide-offer.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { nowMs } from './account.ts';
import { terms as expediteTerms } from './expedite-account.ts';
import { beyond, runOffers, startOfferAccount, within } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

/** Time goes on between decisions, as it does between people: not more than some use the code in one minute. */
let now = nowMs;
let account: OfferAccount;
let app: ReturnType<typeof runOffers>;
beforeAll(async () => {
  account = await startOfferAccount();
  app = runOffers(account, { clock: () => (now += 3_000) });
});
afterAll(() => account.stop());

type Attested = Record<string, string | null>;

/** A decision, on a record made for it. */
type Decision = {
  readonly name: string;
  /** Sets the scene; id of the record the card is on. */
  readonly scene: () => Promise<string>;
  /** What HubSpot reads of it for the card; nothing for a ticket, of which the card asks for two properties. */
  readonly attest: (id: string) => Promise<Attested>;
  readonly decide: (propertiesToSend: Attested) => Promise<object>;
  readonly expected: object;
};

const by = 'Oliver Hughes';
const onDeal = {
  scene: () => account.promoDeal(),
  attest: (id: string) => app.attest(id),
};
const offer = (terms: typeof within) => (propertiesToSend: Attested) =>
  app.main(offerTerms)({ propertiesToSend, parameters: { action: 'offer', terms, revision: 0, by } });
const approver = { revision: 1, by: 'Grace Whitfield', key: 'cuckoo clocks', userId: '94' };
const asked = async () => {
  const dealId = await account.promoDeal();
  expect(await app.oliver(dealId, 0, { action: 'ask', terms: beyond })).toMatchObject({ ok: true });
  return dealId;
};
const requested = async () => {
  const dealId = await account.promoDeal();
  const made = await app.main(requestExpedite)({
    propertiesToSend: await app.attest(dealId),
    parameters: { action: 'request', terms: expediteTerms, by },
  });
  return (made.ok && made.request?.ticketId) || '';
};
const gainsOfPromo = { sellerGain: expect.any(Number) as number, customerGain: expect.any(Number) as number };

const decisions: readonly Decision[] = [
  {
    name: 'offer_terms, beyond the limit',
    ...onDeal,
    decide: offer(beyond),
    expected: { ok: false, code: 'over_limit', approval: { excess: [{ limit: 'discount', allowed: 0.03 }] } },
  },
  {
    name: 'offer_terms, within it',
    ...onDeal,
    decide: offer(within),
    expected: { ok: true, events: [{ action: 'offer', appraisal: gainsOfPromo }] },
  },
  {
    name: 'decide_offer',
    scene: asked,
    attest: (id) => app.attest(id),
    decide: (propertiesToSend) =>
      app.main(decideOffer)({
        propertiesToSend,
        parameters: { ...approver, action: 'counter', discount: 0.04, reason: '' },
      }),
    expected: { ok: true, events: [{ action: 'ask' }, { action: 'counter', terms: { discount: 0.04 } }] },
  },
  {
    name: 'decide_offer, by somebody who may not',
    scene: asked,
    attest: (id) => app.attest(id),
    decide: (propertiesToSend) =>
      app.main(decideOffer)({
        propertiesToSend,
        parameters: { ...approver, userId: '91', action: 'approve', reason: '' },
      }),
    expected: { ok: false, code: 'not_approver' },
  },
  {
    name: 'request_expedite',
    ...onDeal,
    decide: (propertiesToSend) =>
      app.main(requestExpedite)({
        propertiesToSend,
        parameters: { action: 'request', terms: expediteTerms, by },
      }),
    expected: { ok: true, state: 'requested' },
  },
  {
    name: 'request_expedite, of more than there is',
    ...onDeal,
    decide: (propertiesToSend) =>
      app.main(requestExpedite)({
        propertiesToSend,
        parameters: { action: 'request', terms: { ...expediteTerms, daysSaved: 43 }, by },
      }),
    expected: { ok: false, code: 'invalid_field', fields: [{ field: 'daysSaved' }] },
  },
];

/** A reply without what is of one record or one moment: what is left is the decision. */
function decision(reply: object): unknown {
  const isOfRecord = new Set(['correlationId', 'ticketId', 'dealId', 'at', 'requestedAtMs']);
  return JSON.parse(JSON.stringify(reply, (name, value: unknown) => (isOfRecord.has(name) ? undefined : value)));
}

describe('whichever name a card leaves out', () => {
  it.each(decisions)('$name comes to the same', async ({ scene, attest, decide, expected }) => {
    const whole = await decide(await attest(await scene()));
    expect(whole).toMatchObject(expected);
    for (const name of attestedDealPropertyNames.filter((one) => one !== 'hs_object_id')) {
      const attested = await attest(await scene());
      const without = Object.fromEntries(Object.entries(attested).filter(([key]) => key !== name));
      expect({ name, reply: decision(await decide(without)) }).toEqual({ name, reply: decision(whole) });
    }
    expect(decision(await decide({ hs_object_id: await scene() }))).toEqual(decision(whole));
  });

  it('decide_expedite grants nothing without a name HubSpot needs, and the same with no other', async () => {
    const accept = async (propertiesToSend: Attested) =>
      app.ticket(decideExpedite)({
        propertiesToSend,
        parameters: { decision: { action: 'accept', date: '2026-12-21', cost: 100 }, revision: 1, by: 'Marta Keller' },
      });
    const ticketId = await requested();
    expect(await accept({ hs_object_id: ticketId })).toMatchObject({ ok: false, code: 'unknown_ticket' });
    expect(await accept({ hs_pipeline_stage: '1' })).toMatchObject({ ok: false, code: 'unknown_ticket' });
    // Made-up properties of the ticket change nothing: it is read by its id.
    const forged = { expedite_status: 'countered', expedite_revision: '9', expedite_gain: '1000000' };
    expect(await accept({ ...forged, hs_object_id: ticketId, hs_pipeline_stage: '1' })).toMatchObject({
      ok: true,
      state: 'held',
      request: { revision: 2, promisedDate: '2026-12-21', cost: 100 },
    });
  });
});
