import { randomUUID } from 'node:crypto';
import { localDate, rescoredDealPropertyNames, scorePropertyOf } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import * as z from 'zod/mini';
import { readInstallation } from '../account/installation.ts';
import { createBulkDealPort } from '../ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../ports/bulk-deal-port.ts';
import { evidenceOfMany } from '../evidence/page-evidence.ts';
import { createEvidencePort } from '../ports/evidence-port.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import { isCrmError } from '../ports/crm-error.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { pathFamily } from '../ports/path-family.ts';
import { ledgerKeyName } from '../ports/seal.ts';
import { createTransport } from '../ports/transport.ts';
import { loggable } from '../runtime/reply.ts';
import { rescoreDeal } from '../rescoring/rescore-deal.ts';

/** What HubSpot hands to a custom-code action, as far as it is needed: the enrolled record. */
const eventSchema = z.object({
  object: z.object({
    objectId: z.coerce.string().check(z.regex(/^\d{1,19}$/)),
    objectType: z.string().check(z.regex(/^(DEAL|0-3)$/i)),
  }),
});

/** Data outputs of the action; `terms_result` says what happened, the others are the score on the deal afterwards ("" without one). */
export type ScoreOutputs = Readonly<Record<(typeof outputNames)[number], string>> & {
  readonly terms_result:
    'scored' | 'unchanged' | 'missing_amount' | 'no_exchange_rate' | 'invalid_field' | 'no_such_deal';
};
const outputNames = [
  scorePropertyOf.negotiability,
  scorePropertyOf.band,
  scorePropertyOf.verdict,
  scorePropertyOf.bestTrade,
  scorePropertyOf.expectedGain,
  scorePropertyOf.nextQuestion,
] as const;

/** Time for all calls: HubSpot gives an action twenty seconds. */
const budgetMs = 16_000;

/** What a workflow's history shows of a failure. `code` is HubSpot's status: the workflow tool tries again after 429 and 5xx. */
class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: number | null;
  constructor(message: string, code: number | null) {
    super(message);
    this.code = code;
  }
}

/**
 * HubSpot's entry point for a custom-code action in a workflow on deals: scores the enrolled deal from what is stored on it.
 *
 * @param event - as HubSpot sends it
 * @param callback - told the data outputs, once
 * @throws {ActionError} when the deal could not be looked at: the action then counts as failed
 */
export async function main(
  event: unknown,
  callback: (answer: { readonly outputFields: ScoreOutputs }) => void,
): Promise<void> {
  const enrolled = eventSchema.safeParse(event);
  if (!enrolled.success)
    throw new ActionError('This action scores deals: put it into a workflow that enrols deals.', null);
  const { HUBSPOT_ACCESS_TOKEN: accessToken = '', HUBSPOT_API_ORIGIN: origin = 'https://api.hubapi.com' } = process.env;
  if (accessToken === '')
    throw new ActionError('The secret HUBSPOT_ACCESS_TOKEN is missing: add it under Secrets of this action.', null);
  const transport = createTransport({ origin, accessToken, family: pathFamily, budgetMs, random: Math.random });
  const correlationId = randomUUID();
  try {
    const outputFields = await score(
      {
        ...createBulkDealPort(transport),
        ...createEvidencePort(transport),
        ...connectLedger(transport, process.env[ledgerKeyName] ?? null),
      },
      enrolled.data.object.objectId,
    );
    log({ correlationId, outcome: outputFields.terms_result, apiCalls: transport.calls() });
    callback({ outputFields });
  } catch (error) {
    log({ correlationId, outcome: 'failed', apiCalls: transport.calls(), ...loggable(error) });
    throw isCrmError(error)
      ? new ActionError(
          `HubSpot did not let the deal be scored: ${error.kind.replaceAll('_', ' ')}${error.details.scopes.map((scope) => `, ${scope} is missing`).join('')}.`,
          error.details.status,
        )
      : error;
  }
}

async function score(
  crm: BulkDealPort & EvidencePort & Pick<LedgerPort, 'readEntries'>,
  dealId: string,
): Promise<ScoreOutputs> {
  const [installation, [deal]] = await Promise.all([
    readInstallation(crm),
    crm.readDeals([dealId], rescoredDealPropertyNames),
  ]);
  if (installation === null) throw new ActionError('The app is not set up in this account: run crm:install.', null);
  if (deal === undefined) return outputs('no_such_deal', {});
  const nowMs = Date.now();
  const evidence = await evidenceOfMany(crm, installation)([deal], localDate(nowMs, installation.account));
  const found = evidence.get(deal.id) ?? noEvidence;
  const rescored = rescoreDeal(deal.properties, found, installation, nowMs, false);
  if (rescored.outcome === 'skipped') return outputs(rescored.reason, deal.properties);
  if (rescored.outcome !== 'changed') return outputs('unchanged', deal.properties);
  const [refused] = await crm.updateDeals([{ id: dealId, properties: rescored.properties }]);
  if (refused !== undefined)
    throw new ActionError(
      refused.reason === 'required_property'
        ? `The score was not written: a rule of the account demands ${(await crm.dealPropertyLabels(refused.properties)).join(', ')} on the deal.`
        : `The score was not written: HubSpot refused it${refused.properties.map((name) => ` ${name}`).join('')}.`,
      null,
    );
  return outputs('scored', { ...deal.properties, ...rescored.properties });
}

function outputs(
  result: ScoreOutputs['terms_result'],
  properties: Readonly<Record<string, string | null>>,
): ScoreOutputs {
  const values = Object.fromEntries(outputNames.map((name) => [name, properties[name] ?? ''])) as Record<
    (typeof outputNames)[number],
    string
  >;
  return { terms_result: result, ...values };
}

/** One line without customer data: a workflow's log can be read by everyone who may see the workflow. */
function log(line: Readonly<Record<string, unknown>>): void {
  // eslint-disable-next-line no-console -- what an action prints is its log in HubSpot
  console.log(JSON.stringify({ action: 'score-terms', ...line }));
}
