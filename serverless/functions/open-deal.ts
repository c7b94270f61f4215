import { openDealRequestSchema, openDealUid } from '@deal-terms/core/contracts';
import type { OpenDealReply, Suggestions } from '@deal-terms/core/contracts';
import {
  decodeCaptured,
  decodeDealFacts,
  fingerprintOf,
  freshnessOf,
  localDate,
  resolveScoringInput,
} from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import type * as z from 'zod/mini';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { readInstallation } from '../account/installation.ts';
import { createCompanyPort } from '../ports/company-port.ts';
import type { CompanyPort } from '../ports/company-port.ts';
import { isCrmError } from '../ports/crm-error.ts';
import { createDealPort } from '../ports/deal-port.ts';
import type { LedgerPort, Properties } from '../ports/deal-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { suggestFrom, suggestionPropertyNames } from '../suggestions/suggestions.ts';

type Port = LedgerPort & CompanyPort;
type Opened = Extract<OpenDealReply, { ok: true }>;

/** Policy, suggestions and freshness for the card on a deal; at most four calls, reads only. */
export const openDeal: AppFunction<z.infer<typeof openDealRequestSchema>, Port, Opened> = {
  uid: openDealUid,
  request: openDealRequestSchema,
  connect: (transport) => ({ ...createDealPort(transport), ...createCompanyPort(transport) }),
  run,
};

/** HubSpot's entry point. */
export const main = serve(openDeal);

async function run({ attested, dealId, crm, nowMs }: Call<unknown, Port>): Promise<Opened | Refusal> {
  const facts = decodeDealFacts(attested);
  const [installation, others, company] = await Promise.all([
    readInstallation(crm),
    facts.companyId === null ? null : otherDeals(crm, facts.companyId, dealId),
    facts.companyId === null ? null : crm.company(facts.companyId, ['country', 'industry']),
  ]);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const today = localDate(nowMs, account);
  const resolved = resolveScoringInput({ facts, captured: decodeCaptured(attested), policy, account, today });
  const fingerprint = resolved.ok ? fingerprintOf(resolved, policy.version) : null;
  const suggestions: Suggestions =
    others === null ? { relationship: null, lastDeal: null } : suggestFrom(others, account);
  const customer = { country: company?.['country'] || null, industry: company?.['industry'] || null };
  return {
    ok: true,
    account,
    today,
    policy,
    suggestions,
    customer,
    freshness: freshnessOf({ properties: attested, fingerprint, policy, modelVersion: MODEL_VERSION }),
  };
}

/** Null when the company is gone: then there is no history to suggest from. */
async function otherDeals(
  crm: CompanyPort,
  companyId: string,
  dealId: string,
): Promise<ReadonlyMap<string, Properties> | null> {
  try {
    const deals = await crm.companyDeals(companyId, suggestionPropertyNames);
    return new Map([...deals].filter(([id]) => id !== dealId));
  } catch (error) {
    if (isCrmError(error) && error.kind === 'not_found') return null;
    throw error;
  }
}
