import { planScenariosRequestSchema, planScenariosUid } from '@deal-terms/core/contracts';
import type { PlanScenariosReply, PlanScenariosRequest } from '@deal-terms/core/contracts';
import { accountKey, currentScenariosKey, scenarioKey } from '@deal-terms/core/crm';
import { MOST_SCENARIOS, isSameName } from '@deal-terms/core/plan';
import { readAccount } from '../account/installation.ts';
import { claim } from '../once/once.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { changed, readScenarios, rememberStanding } from '../scenarios/scenario-log.ts';
import type { ScenarioChange, ScenarioLog } from '../scenarios/scenario-log.ts';

type Kept = Extract<PlanScenariosReply, { ok: true }>;
type Change = Exclude<PlanScenariosRequest, { action: 'read' }>;

/** As often somebody else may be first before we give up; nothing is changed then. */
const mostTries = 5;

/** Reads, keeps and removes scenarios of the liquidity plan: two calls to read, four for a change. */
export const planScenarios: PageFunction<PlanScenariosRequest, LedgerPort, Kept> = {
  uid: planScenariosUid,
  request: planScenariosRequestSchema,
  connect: connectLedger,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(planScenarios);

async function run({ request, crm, nowMs }: PageCall<PlanScenariosRequest, LedgerPort>): Promise<Kept | Refusal> {
  const entries = await crm.readEntries([accountKey, currentScenariosKey]);
  if (readAccount(entries) === null) return refuse('not_installed');
  const log = await readScenarios(crm, entries.get(currentScenariosKey));
  return request.action === 'read' ? kept(log) : change(crm, request, log, new Date(nowMs).toISOString());
}

function kept({ scenarios }: Pick<ScenarioLog, 'scenarios'>): Kept {
  return { ok: true, scenarios: [...scenarios] };
}

async function change(crm: LedgerPort, request: Change, first: ScenarioLog, at: string): Promise<Kept | Refusal> {
  const { by } = request;
  let log = first;
  // Refused although nobody has it: a conflict that passes, or, the second time, an entry that was deleted and whose number HubSpot does not free.
  let refusals = 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const verdict = verdictOn(request, log);
    if (verdict === 'conflict' || verdict === 'not_possible') return refuse(verdict);
    if (verdict === 'done') {
      // A change that was cut off is finished by its repeat.
      await rememberStanding(crm, log);
      return kept(log);
    }
    const number = log.latest + 1 + Math.floor(refusals / 2);
    const wanted: ScenarioChange =
      request.action === 'keep'
        ? { action: 'keep', scenario: request.scenario }
        : { action: 'remove', name: request.name };
    const claimed = await claim(crm, { key: scenarioKey(number), kind: 'scenario', by, at, wanted });
    if (claimed.ok) {
      const last = { by, at: claimed.at };
      const scenarios = changed(log.scenarios, number, wanted, last);
      await rememberStanding(crm, { latest: number, scenarios, last, isRemembered: false });
      return kept({ scenarios });
    }
    if (claimed.winner === null) refusals += 1;
    else log = await readScenarios(crm, (await crm.readEntries([currentScenariosKey])).get(currentScenariosKey));
  }
  return refuse(refusals > 0 ? 'unavailable' : 'conflict');
}

/** What a change comes to as the scenarios stand: done already (a change sent twice), refused, or to be made. */
function verdictOn(request: Change, { scenarios }: ScenarioLog): 'change' | 'done' | 'conflict' | 'not_possible' {
  const { name } = request.action === 'keep' ? request.scenario : request;
  const standing = scenarios.find((scenario) => isSameName(scenario.name, name));
  if (request.action === 'remove') {
    if (standing === undefined) return 'done';
    return standing.number === request.replaces ? 'change' : 'conflict';
  }
  if (standing === undefined) return scenarios.length < MOST_SCENARIOS ? 'change' : 'not_possible';
  const isRepeat =
    standing.by === request.by &&
    standing.name === name &&
    JSON.stringify(standing.inputs) === JSON.stringify(request.scenario.inputs);
  if (isRepeat) return 'done';
  return standing.number === request.replaces ? 'change' : 'conflict';
}
