import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { parseJson } from '../crm/parse-json.ts';
import { cashPositions, relationships, termsImportances } from '../scoring/index.ts';

/** Where a finding comes from. `property`: one of the account's own, named in the settings. */
export const evidenceSources = ['line_items', 'quote', 'invoices', 'deals', 'property', 'company'] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** Kinds of records that take an optional scope of their own. */
export const evidenceKinds = ['line_items', 'quotes', 'invoices'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const provenance = {
  source: z.enum(evidenceSources),
  /** Records it rests on. */
  count: z.int(),
  /** Of the newest of them; null when none has one. */
  date: z.nullable(isoDateSchema),
  /** What the source is called: the label of a property of the account's own, or the name of a deal. */
  label: z.optional(z.string()),
};
const finding = <T extends z.ZodMiniType>(value: T) => z.object({ value, ...provenance });
const figure = finding(z.number());
/** Ten years: longer is a slip of the keyboard. */
const days = finding(z.number().check(z.gte(0), z.lte(3_650)));

/** Findings that stand in for a figure nobody typed. */
export const figureNames = ['grossMargin', 'paymentPlan', 'leadTimeDays', 'daysBeyondTerms', 'relationship'] as const;
export type FigureName = (typeof figureNames)[number];

/** What HubSpot knows of a deal and its customer, as it is stored with the score. Money in the deal's currency. */
export const evidenceSchema = z.object({
  /** Fraction of the amount. */
  grossMargin: z.optional(finding(z.number().check(z.gt(0), z.lt(1)))),
  /** Compact notation. */
  paymentPlan: z.optional(finding(z.string())),
  leadTimeDays: z.optional(days),
  /** Median, at least 0; half of the invoices lie between `low` and `high`. */
  daysBeyondTerms: z.optional(z.extend(days, { low: z.optional(z.number()), high: z.optional(z.number()) })),
  relationship: z.optional(finding(z.enum(relationships))),
  /** What the lines come to, over their terms. */
  lineAmount: z.optional(figure),
  /** What an earlier deal recorded, to be proposed and never applied. */
  cashPosition: z.optional(finding(z.enum(cashPositions))),
  termsImportance: z.optional(finding(z.enum(termsImportances))),
  /** How many offers the customer took and turned down in the last year. */
  offersAccepted: z.optional(figure),
  offersRefused: z.optional(figure),
  /** Still to be paid, and what of it is past its due date. */
  openInvoices: z.optional(figure),
  overdue: z.optional(figure),
  creditLimit: z.optional(figure),
  country: z.optional(finding(z.string())),
  industry: z.optional(finding(z.string())),
  /** What was there and is too little to go by. */
  thin: z.array(
    z.object({
      name: z.enum(['grossMargin', 'paymentPlan', 'daysBeyondTerms', 'leadTimeDays', 'relationship', 'creditLimit']),
      /**
       * `uncosted`: lines without a unit cost, `have` the share of the amount that has one · `too_few`: `have` records of `need` · `other_currency`: `have` records
       * in other currencies · `unusable`: a value that is none, or a margin of nothing or of everything
       */
      why: z.enum(['uncosted', 'too_few', 'other_currency', 'unusable']),
      have: z.number(),
      need: z.optional(z.number()),
      label: z.optional(z.string()),
    }),
  ),
  /** Kinds that could not be looked at for want of a scope. */
  missing: z.array(z.enum(evidenceKinds)),
});
export type Evidence = z.infer<typeof evidenceSchema>;
export type Thin = Evidence['thin'][number];
/** A value with where it comes from. */
export type Finding<T> = {
  readonly value: T;
  readonly source: EvidenceSource;
  readonly count: number;
  readonly date: string | null;
  readonly label?: string | undefined;
};

/** Nothing found, nothing looked at. */
export const noEvidence: Evidence = { thin: [], missing: [] };

/**
 * Evidence as its deal property keeps it; what is the same is written the same.
 *
 * @returns "" for none
 */
export function encodeEvidence(evidence: Evidence): string {
  const { thin, missing, ...findings } = evidence;
  return Object.keys(findings).length === 0 && thin.length === 0 && missing.length === 0
    ? ''
    : JSON.stringify(evidence, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

/** Evidence of a stored text. Never throws: people can type into any property; what cannot be read is none. */
export function decodeEvidence(text: string | null | undefined): Evidence {
  return evidenceSchema.safeParse(parseJson(text ?? '')).data ?? noEvidence;
}
