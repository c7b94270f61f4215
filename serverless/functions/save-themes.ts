import { saveThemesRequestSchema, saveThemesUid } from '@deal-terms/core/contracts';
import type { SaveThemesReply, SaveThemesRequest } from '@deal-terms/core/contracts';
import { accountKey, themesKey } from '@deal-terms/core/crm';
import { changeThemes } from '@deal-terms/core/themes';
import { readAccount } from '../account/installation.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { isMadeBy, keepThemes, latestThemes, putThemes } from '../themes/themes-in-ledger.ts';

type Saved = Extract<SaveThemesReply, { ok: true }>;

/** Makes one change to the company's themes: the entry `themes/<n>` can be created once, so of two people who change the list at once one is told. At most six calls. */
export const saveThemes: PageFunction<SaveThemesRequest, LedgerPort, Saved> = {
  uid: saveThemesUid,
  request: saveThemesRequestSchema,
  connect: connectLedger,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(saveThemes);

async function run({
  request: { basedOn, change, by },
  crm,
  nowMs,
}: PageCall<SaveThemesRequest, LedgerPort>): Promise<Saved | Refusal> {
  const entries = await crm.readEntries([accountKey, themesKey]);
  if (readAccount(entries) === null) return refuse('not_installed');
  const latest = await latestThemes(crm, entries.get(themesKey));
  if (latest.isAhead && latest.entry !== null) await putThemes(crm, latest.entry);
  if (latest.list.version !== basedOn)
    return isMadeBy(latest, basedOn, change, by) ? { ok: true, list: latest.list } : refuse('conflict');
  const changed = changeThemes(latest.list, change);
  if (!changed.ok) return refuse('invalid_field', { fields: [{ field: 'name', message: changed.message }] });
  const failure = await keepThemes(crm, changed.list, { change, by, at: new Date(nowMs).toISOString() });
  return failure === null ? { ok: true, list: changed.list } : refuse(failure);
}
