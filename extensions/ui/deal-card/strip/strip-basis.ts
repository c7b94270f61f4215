import type { ExpediteStatus } from '@deal-terms/core/crm';
import type { DealState } from '@deal-terms/core/deal-state';
import type { Approver, Negotiation } from '@deal-terms/core/offers';
import type { Reader } from '@deal-terms/core/words';
import type { Tone } from '../../shared/offer-words.ts';
import type { QuestionView } from '../advice/score-view.ts';
import type { Proposal } from '../offers/proposals.ts';
import type { Step } from './steps.ts';

/** The strip: what stands, what to do, in lines that fit a telephone; and the steps, the first one being the next. */
export type StripView = {
  readonly tag: { readonly label: string; readonly tone: Tone };
  /** Six lines with the details: see `stripLines`. */
  readonly headline: string;
  readonly details: readonly string[];
  readonly steps: readonly Step[];
  /** So many of the first steps have a button of their own: 1, more where a question waits for its answer, 0 where nothing is left to do. */
  readonly buttons: number;
};

/** What the strip speaks of. Money in the deal's currency. */
export type StripBasis = {
  readonly state: DealState;
  /** The offer in question, in words; null where there is none. */
  readonly proposal: Proposal | null;
  /** "Ask for payment on delivery and offer delivery 21 days sooner."; of the proposal. */
  readonly swap: string;
  /** What terms are traded on, and what the deal says now. */
  readonly amount: number | null;
  readonly amountNow: number | null;
  readonly question: QuestionView | null;
  /** Whether the score has a question worth asking before it offers. */
  readonly hasTrial: boolean;
  /** Figures of the deal HubSpot's other records tell. */
  readonly figuresFound: number;
  /** Why nothing can be offered; "" where something can. */
  readonly obstacle: string;
  readonly negotiation: Negotiation;
  readonly approvers: readonly Approver[];
  /** Why the approval on record does not cover its terms any more; "" while it does. */
  readonly lapsed: string;
  readonly expedite: { readonly status: ExpediteStatus; readonly daysSaved: number | null };
  /** ISO date. */
  readonly today: string;
  readonly reader: Reader;
};

/** What the strip says and offers to do, under its tag. */
export type Said = Omit<StripView, 'tag' | 'buttons'> & {
  readonly buttons?: number;
  /** Where the state's own colour would say something else. */
  readonly tone?: Tone;
};
