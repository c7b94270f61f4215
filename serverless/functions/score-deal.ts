import { scoreDealRequestSchema, scoreDealUid } from '@deal-terms/core/contracts';
import type { ScoreDealReply, ScoreDealRequest } from '@deal-terms/core/contracts';
import {
  profileChanges,
  profileOverlaps,
  profilePropertyNames,
  decodeCustomerProfile,
  decodeDealFacts,
  encodeScore,
  isInstalled,
  localDate,
  mergeCustomerProfiles,
  resolveScoringInput,
  scoreChanges,
  scorePropertyNames,
  scorePropertyOf,
  storableProfile,
  storableValues,
  validateCustomerProfile,
} from '@deal-terms/core/crm';
import type { CustomerProfile, ProfileConflict, DealFacts } from '@deal-terms/core/crm';
import { findEvidence } from '@deal-terms/core/evidence';
import { scoreDeal as scoreByModel } from '@deal-terms/core/scoring';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { readInstallation } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import { readDealRecords } from '../evidence/deal-evidence.ts';
import { isCrmError } from '../ports/crm-error.ts';
import { createDealPort } from '../ports/deal-port.ts';
import type { DealPort, Properties } from '../ports/deal-port.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { createEvidencePort } from '../ports/evidence-port.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Port = Pick<LedgerPort, 'readEntries'> & DealPort & EvidencePort;
type Scored = Extract<ScoreDealReply, { ok: true }>;

/** Stores what was captured on a deal together with its score; at most three calls, six more where the card asks for new evidence, none of them a write when nothing changed. */
export const scoreDeal: AppFunction<ScoreDealRequest, Port, Scored> = {
  uid: scoreDealUid,
  request: scoreDealRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...connectLedger(transport, ledgerKey),
    ...createDealPort(transport),
    ...createEvidencePort(transport),
  }),
  run,
};

/** HubSpot's entry point. */
export const main = serve(scoreDeal);

async function run(call: Call<ScoreDealRequest, Port>): Promise<Scored | Refusal> {
  const { request, attested, crm, nowMs } = call;
  const stored = decodeCustomerProfile(attested);
  const { merged: wanted, conflicts } = mergeCustomerProfiles(request.loaded, request.captured, stored);
  if (conflicts.length > 0) return refuse('conflict', { conflicts: [...conflicts] });
  const fields = validateCustomerProfile(wanted);
  if (fields.length > 0) return refuse('invalid_field', { fields });
  const installation = await readInstallation(crm);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const merged = storableProfile(account, wanted);
  const today = localDate(nowMs, account);
  const facts = await factsOf(call, installation, today);
  const resolved = resolveScoringInput({ facts, captured: merged, policy, account, today });
  if (!resolved.ok) {
    const { captured, written, overlaps } = await save(call, stored, merged, {});
    return refuse(resolved.code, { saved: { captured, written, overlaps } });
  }
  const score = encodeScore({
    result: scoreByModel(resolved.input),
    resolved,
    policyVersion: policy.scoresSince,
    scoredAt: new Date(nowMs).toISOString(),
  });
  const changes = scoreChanges(attested, storableValues(account, score));
  const { captured, written, overlaps, properties } = await save(call, stored, merged, changes);
  const scored = Object.fromEntries(scorePropertyNames.map((name) => [name, properties[name] || null]));
  return { ok: true, captured, scored, policy, today, written, overlaps };
}

/** What the deal is scored on. Evidence that cannot be read keeps no answer from being stored: the deal is scored on what was known last. */
async function factsOf(
  { attested, dealId, crm, request }: Call<ScoreDealRequest, Port>,
  { account, policy }: Installation,
  today: string,
): Promise<DealFacts> {
  const facts = decodeDealFacts(attested, account);
  if (!request.readsEvidence || !isInstalled(account, scorePropertyOf.evidence)) return facts;
  const { companyId, currency } = facts;
  try {
    const { ownProperties } = policy.app;
    const { evidence } = await readDealRecords(crm, { dealId, companyId, ownProperties, account });
    const { homeCurrency } = account;
    const found = findEvidence(evidence, { today, currency: currency ?? homeCurrency, homeCurrency });
    return decodeDealFacts(attested, account, found);
  } catch (error) {
    if (isCrmError(error)) return facts;
    throw error;
  }
}

type Saved = {
  readonly captured: CustomerProfile;
  readonly written: number;
  readonly overlaps: ProfileConflict[];
  readonly properties: Properties;
};

/** One write for answers and results together, so that no reader meets one without the other; then, if answers were written, the read that reveals an overlap. */
async function save(
  { crm, dealId, attested }: Call<unknown, Port>,
  before: CustomerProfile,
  wanted: CustomerProfile,
  results: Record<string, string>,
): Promise<Saved> {
  const answers = profileChanges(before, wanted);
  const changes = { ...answers, ...results };
  const written = Object.keys(changes).length;
  if (written > 0) await crm.updateDeal(dealId, changes);
  if (Object.keys(answers).length === 0)
    return { captured: wanted, written, overlaps: [], properties: { ...attested, ...changes } };
  const now = await crm.readDealHistory(dealId, [...profilePropertyNames, ...scorePropertyNames], Object.keys(answers));
  return {
    captured: decodeCustomerProfile(now.properties),
    written,
    overlaps: profileOverlaps(before, wanted, now.history),
    properties: now.properties,
  };
}
