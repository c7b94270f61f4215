import type { LedgerPort } from '../../serverless/ports/ledger-port.ts';
import type { LedgerSetupPort } from '../../serverless/ports/ledger-setup-port.ts';
import type { LimitsPort } from '../../serverless/ports/limits-port.ts';
import type { SchemaPort } from '../../serverless/ports/schema-port.ts';

/** One line of a plan: what would happen to what. */
export type PlannedChange = {
  readonly change: 'create' | 'update' | 'archive' | 'delete';
  /** As in sentences: `deal property`. */
  readonly what: string;
  readonly name: string;
  /** What is different, or what it is. */
  readonly detail: string;
};

export type Ports = {
  readonly schema: SchemaPort;
  readonly ledger: LedgerSetupPort & LedgerPort;
  readonly limits: LimitsPort;
};

/** One write, or a few that belong together. */
export type Step = {
  readonly changes: readonly PlannedChange[];
  /** In the past tense, for the summary. */
  readonly does: string;
  readonly scopes: readonly string[];
  /** @returns how many writes it took */
  readonly apply: (ports: Ports, writtenAt: string) => Promise<number>;
};

/** Steps in the order they must be taken. With conflicts none may be taken: each says in a sentence what stands in the way and what to do. */
export type Plan = { readonly steps: readonly Step[]; readonly conflicts: readonly string[] };

/** @example count(2, 'deal property', 'deal properties') // => '2 deal properties' */
export function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
