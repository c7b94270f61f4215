import type { Policy } from '../policy/index.ts';
import type { Field } from '../scoring/index.ts';

/** A setting the answers suggest changing. */
export type ProposedChange = {
  /** Path in the policy, e.g. `beliefs.cashPosition.tight`. */
  readonly setting: `priors.${Field}.${string}` | `beliefs.${Field}.${string}` | 'responseNoise' | 'silence';
  /** One figure, or low, mode and high of a belief. */
  readonly current: readonly number[];
  readonly proposed: readonly number[];
  /** How many are behind it: customers whose band was known for a prior, offers to customers of the band for a belief (with few of its own it moves with its field), all for noise and silence. */
  readonly answers: number;
};

/** A policy with what is proposed, and what that changes. */
export type Proposed = { readonly policy: Policy; readonly changes: readonly ProposedChange[] };

/** A proposed figure to three digits: it is read and edited by people, and known no better. */
export function toThreeDigits(figure: number): number {
  return Number(figure.toPrecision(3));
}

/** The change of a setting, none where its figures stay. */
export function changesOf(change: ProposedChange): ProposedChange[] {
  return change.current.every((figure, index) => figure === change.proposed[index]) ? [] : [change];
}
