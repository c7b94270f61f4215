import { scoreDealRequestSchema, scoreDealUid } from '@deal-terms/core/contracts';
import type { ScoreDealReply, ScoreDealRequest } from '@deal-terms/core/contracts';
import {
  capturedChanges, capturedOverlaps, capturedPropertyNames, decodeCaptured, decodeDealFacts, encodeScore, localDate, mergeCaptured, resolveScoringInput,
  scoreChanges, scorePropertyNames, validateCaptured,
} from '@deal-terms/core/crm';
import type { Captured, CapturedConflict } from '@deal-terms/core/crm';
import { scoreDeal as score } from '@deal-terms/core/scoring';
import { serve } from './app-function.ts';
import type { AppFunction, Call } from './app-function.ts';
import { readInstallation } from './installation.ts';
import type { Properties } from './ports/crm-port.ts';
import { refuse } from './reply.ts';
import type { Refusal } from './reply.ts';

type Scored = Extract<ScoreDealReply, { ok: true }>;

/** Stores what was captured on a deal together with its score; at most three calls, none of them a write when nothing changed. */
export const scoreDeal: AppFunction<ScoreDealRequest, Scored> = { uid: scoreDealUid, request: scoreDealRequestSchema, run };

/** HubSpot's entry point. */
export const main = serve(scoreDeal);

async function run(call: Call<ScoreDealRequest>): Promise<Scored | Refusal> {
  const { request, attested, crm, nowMs } = call;
  const stored = decodeCaptured(attested);
  const { merged, conflicts } = mergeCaptured(request.loaded, request.captured, stored);
  if (conflicts.length > 0) return refuse('conflict', { conflicts: [...conflicts] });
  const fields = validateCaptured(merged);
  if (fields.length > 0) return refuse('invalid_field', { fields });
  const installation = await readInstallation(crm);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const today = localDate(nowMs, account.timeZone);
  const resolved = resolveScoringInput({ facts: decodeDealFacts(attested), captured: merged, policy, account, today });
  const answers = capturedChanges(stored, merged);
  if (!resolved.ok) {
    const { captured, overlaps } = await save(call, stored, merged, answers, {});
    return refuse(resolved.code, { saved: { captured, overlaps: [...overlaps], written: Object.keys(answers).length }, ...('fields' in resolved ? { fields: [...resolved.fields] } : {}) });
  }
  const encoded = encodeScore({ result: score(resolved.input), resolved, policyVersion: policy.version, scoredAt: new Date(nowMs).toISOString() });
  const results = scoreChanges(attested, encoded);
  const { captured, overlaps, properties } = await save(call, stored, merged, answers, results);
  const scored = Object.fromEntries(scorePropertyNames.map((name) => [name, properties[name] || null]));
  return { ok: true, captured, scored, policy, today, written: Object.keys(answers).length + Object.keys(results).length, overlaps: [...overlaps] };
}

type Saved = { readonly captured: Captured; readonly overlaps: readonly CapturedConflict[]; readonly properties: Properties };

/** One write for answers and results together, so that no reader meets one without the other; then, if answers were written, the read that reveals an overlap. */
async function save({ crm, dealId, attested }: Call<unknown>, before: Captured, wanted: Captured, answers: Record<string, string>, results: Record<string, string>): Promise<Saved> {
  const changes = { ...answers, ...results };
  if (Object.keys(changes).length > 0) await crm.updateDeal(dealId, changes);
  if (Object.keys(answers).length === 0) return { captured: wanted, overlaps: [], properties: { ...attested, ...changes } };
  const now = await crm.readDealHistory(dealId, [...capturedPropertyNames, ...scorePropertyNames], Object.keys(answers));
  return { captured: decodeCaptured(now.properties), overlaps: capturedOverlaps(before, wanted, now.history), properties: now.properties };
}
