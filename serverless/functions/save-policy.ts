import { savePolicyRequestSchema, savePolicyUid } from '@deal-terms/core/contracts';
import type { SavePolicyReply, SavePolicyRequest } from '@deal-terms/core/contracts';
import {
  accountKey,
  currentPolicyKey,
  localDate,
  policyVersionKey,
  readPolicy,
  readPolicySettings,
  toStoredPolicy,
} from '@deal-terms/core/crm';
import type { PolicySettings } from '@deal-terms/core/crm';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { readAccount } from '../account/installation.ts';
import { keyRefusal } from '../policy/approval-code.ts';
import { finishInterruptedSave, putInForce, readVersions } from '../policy/policy-versions.ts';
import { createLedgerEntryPort } from '../ports/ledger-entry-port.ts';
import type { LedgerEntryPort } from '../ports/ledger-entry-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Saved = Extract<SavePolicyReply, { ok: true }>;

/** Keeps a new version of the seller's policy: the entry `policy/<n>` can be created once, so of two people who save at once one is told. Five calls. */
export const savePolicy: PageFunction<SavePolicyRequest, LedgerEntryPort, Saved> = {
  uid: savePolicyUid,
  request: savePolicyRequestSchema,
  connect: createLedgerEntryPort,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(savePolicy);

async function run({
  request,
  crm,
  nowMs,
  secret,
}: PageCall<SavePolicyRequest, LedgerEntryPort>): Promise<Saved | Refusal> {
  const locked = keyRefusal(request.key, secret);
  if (locked !== null) return locked;
  const read = readPolicySettings(request.settings);
  if (!read.ok)
    return refuse('invalid_field', { fields: read.faults.map(({ path, message }) => ({ field: path, message })) });
  const entries = await crm.readEntries([accountKey, currentPolicyKey]);
  const account = readAccount(entries.get(accountKey)?.body);
  if (account === null) return refuse('not_installed');
  const versions = await readVersions(crm, entries.get(currentPolicyKey)?.body ?? null);
  const inForce = await finishInterruptedSave(crm, versions);
  const settings = dated(read.settings, inForce, localDate(nowMs, account));
  if (isInForce(inForce, settings)) return { ok: true, version: versions.latest };
  if (request.basedOn !== versions.latest) return refuse('conflict');
  const version = versions.latest + 1;
  const entry = {
    key: policyVersionKey(version),
    kind: 'policy',
    body: JSON.stringify(toStoredPolicy(settings, version)),
    author: request.author,
    writtenAt: new Date(nowMs).toISOString(),
  };
  if (!(await crm.createEntry(entry))) return refuse('conflict');
  await putInForce(crm, version, entry);
  return { ok: true, version };
}

/** A price of cash grows old, so the day it was set is kept with it, by our clock and not by the page's. */
function dated({ model, app }: PolicySettings, inForce: string | null, today: string): PolicySettings {
  const before = readPolicy(inForce);
  const isKept = before.model.priceOfCash === model.priceOfCash && before.app.priceOfCashOn !== null;
  return {
    model,
    app: { ...app, priceOfCashOn: model.priceOfCash === null ? null : isKept ? before.app.priceOfCashOn : today },
  };
}

/** A version that changes nothing would make every score stale for nothing; and a save whose answer was lost is tried again. */
function isInForce(stored: string | null, settings: PolicySettings): boolean {
  const { warning, version, model, app } = readPolicy(stored);
  return (
    version > 0 &&
    warning === null &&
    JSON.stringify(toStoredPolicy({ model, app }, version)) === JSON.stringify(toStoredPolicy(settings, version))
  );
}
