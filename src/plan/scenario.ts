import * as z from 'zod/mini';
import { planInputsSchema } from './plan-inputs.ts';

/** Scenarios an account keeps at most: more cannot be told apart by name. */
export const MOST_SCENARIOS = 40;
const LONGEST_NAME = 60;

/**
 * A scenario's name: one line without characters nobody sees.
 *
 * @example scenarioName('  Bank\nat 12% ') // => 'Bank at 12%'
 */
export function scenarioName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

/** A name is one line of at most sixty characters, whatever was typed. */
export const scenarioNameSchema = z
  .string()
  .check(z.overwrite(scenarioName), z.minLength(1), z.maxLength(LONGEST_NAME));

/** What is wrong with a typed name, for the screen; null for nothing. */
export function scenarioNameFault(typed: string): string | null {
  return scenarioNameSchema.safeParse(typed).success ? null : `Enter a name of at most ${LONGEST_NAME} characters.`;
}

/** A plan's inputs kept under a name. It grants nothing: anybody's plan may be asked about any figures. */
export const scenarioSchema = z.strictObject({ name: scenarioNameSchema, inputs: planInputsSchema });
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario as the ledger keeps it. */
export const keptScenarioSchema = z.extend(scenarioSchema, {
  /** Of the change that kept it: whoever replaces or removes it says which one was seen. */
  number: z.int().check(z.gte(1)),
  /** Who kept it, as the page reported it, and when (ISO 8601). */
  by: z.string(),
  at: z.string(),
});
export type KeptScenario = z.infer<typeof keptScenarioSchema>;

/** Two names that differ only in case are one. */
export function isSameName(one: string, other: string): boolean {
  return scenarioName(one).toLocaleLowerCase('en') === scenarioName(other).toLocaleLowerCase('en');
}
