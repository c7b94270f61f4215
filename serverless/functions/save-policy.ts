import { savePolicyRequestSchema, savePolicyUid } from '@deal-terms/core/contracts';
import type { SavePolicyReply, SavePolicyRequest } from '@deal-terms/core/contracts';
import {
  accountKey,
  localDate,
  policyVersionKey,
  readPolicy,
  readPolicySettings,
  toStoredPolicy,
} from '@deal-terms/core/crm';
import type { PolicySettings } from '@deal-terms/core/crm';
import { whatToEnter } from '@deal-terms/core/scoring';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { readAccount } from '../account/installation.ts';
import { checkCode, isLongEnough, policyKeyName } from '../policy/approval-code.ts';
import { finishInterruptedSave, putInForce, versionsAround, versionsFrom } from '../policy/policy-versions.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import { claimEntry, whyNotKept } from '../once/once.ts';
import type { LedgerEntry, LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Saved = Extract<SavePolicyReply, { ok: true }>;

/** Keeps a new version of the seller's policy: the entry `policy/<n>` can be created once, so of two people who save at once one is told. Five calls, one more for the first version. */
export const savePolicy: PageFunction<SavePolicyRequest, LedgerPort, Saved> = {
  uid: savePolicyUid,
  request: savePolicyRequestSchema,
  connect: connectLedger,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(savePolicy);

async function run({ request, crm, nowMs, secret }: PageCall<SavePolicyRequest, LedgerPort>): Promise<Saved | Refusal> {
  const around = versionsAround(request.basedOn);
  const opened = await checkCode(crm, { given: request.key, secret, nowMs, keys: around.map(policyVersionKey) });
  if (!opened.ok) return opened;
  const read = readPolicySettings(request.settings);
  if (!read.ok)
    return refuse('invalid_field', {
      fields: read.faults.map((fault) => ({ field: fault.path, message: whatToEnter(fault) })),
    });
  const { entries } = opened;
  const account = readAccount(entries);
  if (account === null) return refuse('not_installed');
  const versions = await versionsFrom(crm, entries, around);
  const inForce = await finishInterruptedSave(crm, versions);
  const settings = dated(read.settings, inForce, localDate(nowMs, account));
  const accountEntry = entries.get(accountKey);
  // A save that was cut off is finished by its repeat: this too.
  const remember = async () => {
    const isLong = isLongEnough(secret(policyKeyName) ?? '');
    const isKnown = account.hasPolicy === true && (!isLong || account.hasLongCode === true);
    if (!isKnown && accountEntry !== undefined) await rememberPolicy(crm, accountEntry, isLong);
  };
  if (isInForce(inForce, settings)) {
    await remember();
    return { ok: true, version: versions.latest };
  }
  if (request.basedOn !== versions.latest) return refuse('conflict');
  const version = versions.latest + 1;
  const entry: LedgerEntry = {
    key: policyVersionKey(version),
    kind: 'policy',
    body: JSON.stringify(toStoredPolicy(settings, version, readPolicy(inForce))),
    author: request.author,
    writtenAt: new Date(nowMs).toISOString(),
  };
  const claimed = await claimEntry(crm, entry);
  const why = whyNotKept(claimed, entry);
  if (why !== null) return refuse(why);
  await putInForce(crm, version, entry);
  await remember();
  return { ok: true, version };
}

/** From now on a missing policy is a fault, and no account without limits; and a code shorter than this one was is none. */
async function rememberPolicy(
  ledger: LedgerPort,
  { key, kind, author, body, writtenAt }: LedgerEntry,
  hasLongCode: boolean,
): Promise<void> {
  const account = {
    ...(JSON.parse(body) as Readonly<Record<string, unknown>>),
    hasPolicy: true,
    ...(hasLongCode ? { hasLongCode } : {}),
  };
  await ledger.putEntry({ key, kind, author, writtenAt, body: JSON.stringify(account) });
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
  const inForce = readPolicy(stored);
  const { warning, version, isOfVersion1 } = inForce;
  const asStored = (some: PolicySettings) => JSON.stringify(toStoredPolicy(some, version, inForce));
  return version > 0 && warning === null && !isOfVersion1 && asStored(inForce) === asStored(settings);
}
