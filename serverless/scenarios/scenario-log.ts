import { currentScenariosKey, scenarioKey } from '@deal-terms/core/crm';
import { isSameName, scenarioNameSchema, scenarioSchema } from '@deal-terms/core/plan';
import type { KeptScenario } from '@deal-terms/core/plan';
import * as z from 'zod/mini';
import { parseBody } from '../ports/entry-body.ts';
import { readOnceBody } from '../once/once-entry.ts';
import { batchSize } from '../ports/batches.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/**
 * One change to the kept scenarios, the entry `scenario/<number>`. The unique key puts all changes in a row, and each is checked against what the ones
 * before it left: of two people who change at once, the second sees the first one's change.
 */
const changeSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('keep'), scenario: scenarioSchema }),
  z.object({ action: z.literal('remove'), name: scenarioNameSchema }),
]);
export type ScenarioChange = z.infer<typeof changeSchema>;

/** Body of `scenario/current`: which changes' scenarios stand after the latest one; it may lag where a change was cut off. */
const currentSchema = z.object({ latest: z.int(), standing: z.array(z.int()) });

/** The kept scenarios after the latest change. */
export type ScenarioLog = {
  /** 0 when there was none. */
  readonly latest: number;
  readonly scenarios: readonly KeptScenario[];
  /** Who made the latest change, and when; null when there was none. */
  readonly last: Pick<KeptScenario, 'by' | 'at'> | null;
  /** Whether `scenario/current` knows of it. */
  readonly isRemembered: boolean;
};

/**
 * Reads the kept scenarios. One call, one more for each hundred changes since `scenario/current` was written.
 *
 * @param current - `scenario/current`; missing when nothing was ever kept
 * @throws {CrmError}
 */
export async function readScenarios(
  crm: Pick<LedgerPort, 'readEntries'>,
  current: StoredEntry | undefined,
): Promise<ScenarioLog> {
  const { latest: known, standing } = parseBody(current?.body, currentSchema) ?? { latest: 0, standing: [] };
  let latest = known;
  let last: ScenarioLog['last'] = null;
  let scenarios: readonly KeptScenario[] = [];
  let numbers = [...standing, ...following(known, batchSize - standing.length)];
  for (let isFull = true; isFull; numbers = following(latest, batchSize)) {
    const entries = await crm.readEntries(numbers.map(scenarioKey));
    for (const number of numbers) {
      const entry = entries.get(scenarioKey(number));
      if (entry === undefined) continue;
      if (number > latest) {
        latest = number;
        last = { by: entry.author, at: entry.writtenAt };
      }
      scenarios = after(scenarios, number, entry);
    }
    isFull = latest === numbers.at(-1);
  }
  return { latest, scenarios, last, isRemembered: latest === known };
}

function following(number: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => number + 1 + index);
}

/** Scenarios after a change; people can edit any entry by hand, and one that cannot be read changes nothing. */
function after(before: readonly KeptScenario[], number: number, entry: StoredEntry): readonly KeptScenario[] {
  const change = changeSchema.safeParse(readOnceBody(entry.body)?.wanted);
  return change.success ? changed(before, number, change.data, { by: entry.author, at: entry.writtenAt }) : before;
}

/** Scenarios after a change, by name. */
export function changed(
  before: readonly KeptScenario[],
  number: number,
  change: ScenarioChange,
  { by, at }: Pick<KeptScenario, 'by' | 'at'>,
): readonly KeptScenario[] {
  const { name } = change.action === 'keep' ? change.scenario : change;
  const others = before.filter((scenario) => !isSameName(scenario.name, name));
  if (change.action === 'remove') return others;
  return [...others, { ...change.scenario, number, by, at }].sort((one, other) =>
    one.name.localeCompare(other.name, 'en'),
  );
}

/**
 * Writes which scenarios stand, so that nobody has to read all changes again. One call, none where it is written.
 *
 * @throws {CrmError}
 */
export async function rememberStanding(
  crm: Pick<LedgerPort, 'putEntry'>,
  { latest, scenarios, last, isRemembered }: ScenarioLog,
): Promise<void> {
  if (isRemembered || last === null) return;
  await crm.putEntry({
    key: currentScenariosKey,
    kind: 'scenario',
    body: JSON.stringify({ latest, standing: scenarios.map(({ number }) => number) }),
    author: last.by,
    writtenAt: last.at,
  });
}
