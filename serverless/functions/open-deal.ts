import { openDealRequestSchema, openDealUid } from '@deal-terms/core/contracts';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import {
  decodeCustomerProfile,
  decodeDealFacts,
  fingerprintOf,
  freshnessOf,
  isInstalled,
  localDate,
  resolveScoringInput,
  meetingKey,
  scorePropertyOf,
  themesKey,
} from '@deal-terms/core/crm';
import { findEvidence, paidOnOf } from '@deal-terms/core/evidence';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { decisionsOfDeal, readMeetingRecord } from '@deal-terms/core/meetings';
import { readThemeList } from '@deal-terms/core/themes';
import type * as z from 'zod/mini';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { installationFrom, installationKeys } from '../account/installation.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { approversOf } from '../offers/approvers.ts';
import { createEvidencePort } from '../ports/evidence-port.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import { readDealRecords } from '../evidence/deal-evidence.ts';
import { createJsonApi } from '../ports/json-api.ts';
import { readOwners } from '../ports/owners.ts';
import type { Person } from '../ports/owners.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { suggestFrom } from '../suggestions/suggestions.ts';

type Port = Pick<LedgerPort, 'readEntries'> & EvidencePort & { readonly people: () => Promise<readonly Person[]> };
type Opened = Extract<OpenDealReply, { ok: true }>;

/** Policy, evidence, suggestions and freshness for the card on a deal; at most eight calls, reads only. */
export const openDeal: AppFunction<z.infer<typeof openDealRequestSchema>, Port, Opened> = {
  uid: openDealUid,
  request: openDealRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...connectLedger(transport, ledgerKey),
    ...createEvidencePort(transport),
    people: async () => (await readOwners(createJsonApi(transport))).people,
  }),
  run,
};

/** HubSpot's entry point. */
export const main = serve(openDeal);

async function run({ attested, dealId, crm, nowMs }: Call<unknown, Port>): Promise<Opened | Refusal> {
  const entries = await crm.readEntries([...installationKeys, themesKey, meetingKey]);
  const installation = await installationFrom(crm, entries);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const today = localDate(nowMs, account);
  const { companyId, currency } = decodeDealFacts(attested, account);
  const [records, approvers] = await Promise.all([
    readDealRecords(crm, { dealId, companyId, ownProperties: policy.app.ownProperties, account }),
    approversOf(crm, policy.app.approverIds),
  ]);
  const { homeCurrency } = account;
  const found = findEvidence(records.evidence, { today, currency: currency ?? homeCurrency, homeCurrency });
  const facts = decodeDealFacts(attested, account, isInstalled(account, scorePropertyOf.evidence) ? found : undefined);
  const captured = decodeCustomerProfile(attested);
  const resolved = resolveScoringInput({ facts, captured, policy, account, today });
  const meetings = readMeetingRecord(entries.get(meetingKey)?.body ?? null);
  const fingerprint = resolved.ok ? fingerprintOf(resolved, policy.scoresSince) : null;
  return {
    ok: true,
    account,
    today,
    policy,
    suggestions:
      records.otherDeals === null
        ? { relationship: null, lastDeal: null }
        : suggestFrom(records.otherDeals, account, today),
    customer: records.evidence.company,
    approvers,
    evidence: facts.evidence,
    themes: readThemeList(entries.get(themesKey)?.body ?? null).themes,
    decisions: decisionsOfDeal(meetings, { dealId, themes: captured.themes }, today).map(
      ({ id, subject, what, decidedOn }) => ({ id, subject, what, decidedOn }),
    ),
    paid: paidOnOf(records.dealInvoices),
    freshness: freshnessOf({ properties: attested, fingerprint, policy, modelVersion: MODEL_VERSION }),
  };
}
