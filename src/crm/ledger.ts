import * as z from 'zod/mini';
import type { PropertyDefinition } from './property-definition.ts';

/** The app's one custom object: everything the app itself must remember, one record an entry. */
export const ledgerObject = {
  name: 'terms_ledger',
  labels: { singular: 'Terms ledger entry', plural: 'Terms ledger entries' },
  primaryDisplayProperty: 'entry_key',
  requiredProperties: ['entry_key'],
  searchableProperties: ['entry_key', 'kind'],
} as const;

/** How the ledger is named in an API path. */
export const ledgerObjectType = 'p_terms_ledger';

export const ledgerProperties = [
  {
    name: 'entry_key',
    label: 'Entry key',
    type: 'string',
    fieldType: 'text',
    hasUniqueValue: true,
    description: 'Names the entry; unique, which is how two writers are told apart.',
  },
  {
    name: 'kind',
    label: 'Kind',
    type: 'enumeration',
    fieldType: 'select',
    description: 'What the entry holds.',
    options: [
      { value: 'account', label: 'Account' },
      { value: 'policy', label: 'Policy' },
      { value: 'decision', label: 'Decision' },
      { value: 'slot', label: 'Slot' },
      { value: 'totals', label: 'Totals' },
      { value: 'offer', label: 'Offer' },
      { value: 'attempt', label: 'Attempt' },
      { value: 'reminder', label: 'Reminder' },
      { value: 'themes', label: 'Themes' },
      { value: 'meeting', label: 'Meeting' },
      { value: 'task', label: 'Task' },
      { value: 'scenario', label: 'Scenario' },
    ],
  },
  { name: 'body', label: 'Body', type: 'string', fieldType: 'textarea', description: 'The entry as JSON.' },
  {
    name: 'author',
    label: 'Author',
    type: 'string',
    fieldType: 'text',
    description: 'Who wrote it, as the app was told.',
  },
  {
    name: 'seal',
    label: 'Seal',
    type: 'string',
    fieldType: 'text',
    description:
      'Tells that the app wrote what grants something: policy, approvals, decisions. Written by the app only.',
  },
  { name: 'written_at', label: 'Written at', type: 'datetime', fieldType: 'date', description: 'When it was written.' },
] as const satisfies readonly PropertyDefinition[];

/** What an entry holds, as the property `kind` has it. */
export type LedgerKind =
  | 'account'
  | 'policy'
  | 'decision'
  | 'slot'
  | 'totals'
  | 'offer'
  | 'attempt'
  | 'reminder'
  | 'themes'
  | 'meeting'
  | 'task'
  | 'scenario';

/** Keys of the entries there is one of. `policyVersionKey(3)` names one kept version. */
export const accountKey = 'account';
export const currentPolicyKey = 'policy/current';
export const totalsKey = 'totals';
export const themesKey = 'themes/current';
export const meetingKey = 'meeting/current';
export const currentScenariosKey = 'scenario/current';

/**
 * Key of a change to the kept scenarios.
 *
 * @param number - whole number from 1: which change it is
 */
export function scenarioKey(number: number): string {
  return `scenario/${number}`;
}

/**
 * Key of a kept policy version.
 *
 * @param version - whole number from 1
 */
export function policyVersionKey(version: number): string {
  return `policy/${version}`;
}

/** Body of `account`: facts of the account that no function could look up within its calls; written by `crm:install`. */
export const accountSchema = z.object({
  portalId: z.number(),
  /** IANA zone, e.g. `Europe/Berlin`: "today" is counted in it. */
  timeZone: z.string(),
  /** ISO 4217. */
  homeCurrency: z.string(),
  /** Whether a policy was ever saved: a missing one is then a fault, and no account without limits. */
  hasPolicy: z.optional(z.boolean()),
  /** Whether one was saved with a code that is long enough: from then on a short one is refused. */
  hasLongCode: z.optional(z.boolean()),
  /** What of `listedAdditions` the account has. Missing in accounts set up before there was any. */
  additions: z.optional(z.array(z.string())),
  /** The pipeline of expedite requests; `stages` are HubSpot's stage ids by the app's keys. Missing in accounts set up before there was one. */
  expedite: z.optional(z.object({ pipelineId: z.string(), stages: z.record(z.string(), z.string()) })),
});
export type Account = z.infer<typeof accountSchema>;

/** Body of `totals`: what all open deals came to when `rescore` last went over them. Money in home currency. */
export const totalsSchema = z.object({
  /** ISO 8601. */
  countedAt: z.string(),
  deals: z.int(),
  byBand: z.object({ high: z.int(), medium: z.int(), low: z.int(), unscored: z.int() }),
  expectedGain: z.number(),
  /** The same, each deal times the chance that it closes. Missing in totals written before it was counted. */
  weightedGain: z.optional(z.number()),
  /** Currency-days. */
  cashDaysReleased: z.number(),
});
export type DealTotals = z.infer<typeof totalsSchema>;
