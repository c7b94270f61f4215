import * as z from 'zod/mini';
import { MOST_ANSWERS } from '../scoring/input.ts';
import type { Answer, Deal as ModelDeal } from '../scoring/input.ts';
import { paymentPlanSchema } from '../vocabulary/payment-plan.ts';
import { formatPaymentPlan } from '../scoring/payment-plan-notation.ts';
import { SAME_DISCOUNT } from '../vocabulary/tolerance.ts';
import { readPaymentPlan } from '../terms/index.ts';
import { parseJson } from './parse-json.ts';
import { readText } from './property-values.ts';
import { offerAnswers } from './stored-offer.ts';

/** What a customer said on a deal so far, in the model's terms. */
export type Said = {
  /** To offers and trial questions, oldest first: the newest, and older ones that still stand (docs/model.md section 7). */
  readonly answers: readonly Answer[];
  /** What is agreed; null while nothing is. */
  readonly agreed: NonNullable<ModelDeal['agreed']> | null;
  /** The last offer while it has no answer, with the chance of a yes it was made with; null otherwise. */
  readonly offered: NonNullable<ModelDeal['offered']> | null;
};

/** What of the log's entries says something about the customer; `OfferEvent` of `@deal-terms/core/offers` has them whole. */
const discountSchema = z.number().check(z.gte(-1), z.lt(1));
const putForward = {
  revision: z.int(),
  terms: z.object({
    paymentPlan: z.nullable(z.string()),
    daysSaved: z.number(),
    forecast: z.boolean(),
    discount: discountSchema,
  }),
  appraisal: z.object({
    /** Whatever it is, it does not keep the rest from being read. */
    acceptance: z.optional(z.unknown()),
    deal: z.object({ payments: paymentPlanSchema, leadTimeDays: z.number() }),
  }),
};
const counterDiscount = z.optional(z.nullable(discountSchema));
const trialSaid = ['yes', 'more', 'no', 'not_asked'] as const;
const eventSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('offer'), ...putForward }),
  z.object({
    action: z.literal('answer'),
    revision: z.int(),
    answer: z.enum(offerAnswers),
    counterDiscount,
  }),
  z.object({
    action: z.literal('trial'),
    ...putForward,
    said: z.enum(trialSaid),
    counterDiscount,
  }),
  z.object({
    action: z.literal('correct_trial'),
    revision: z.int(),
    corrects: z.int(),
    said: z.enum(trialSaid),
    counterDiscount,
  }),
]);
type Event = z.infer<typeof eventSchema>;
type PutForward = Extract<Event, { action: 'offer' | 'trial' }>;

const saidBy = {
  accepted: 'yes',
  wanted_more: 'more',
  refused_terms: 'no',
  refused_price: 'no',
  no_answer: null,
} as const;

/** Terms the customer was asked about: whether they were an offer, what it said, and when it said something first. */
type Round = {
  readonly revision: number;
  readonly isOffer: boolean;
  readonly asked: Omit<Answer, 'said'>;
  /** Chance of a yes it was made with. */
  readonly acceptance: number | null;
  isAnswered: boolean;
  said: Answer['said'] | null;
  counterDiscount: number | null;
  answeredAt: number;
};

/**
 * What a customer said on a deal, from the log of its offers and trial questions. A customer that named the discount it would agree at said yes to that one too. Never throws: what cannot be read is left out, as people can type into any property.
 *
 * @param log - `terms_offer_log`
 */
export function decodeSaid(log: string | null | undefined): Said {
  const rounds: Round[] = [];
  let offered: Round | null = null;
  for (const event of eventsOf(log)) {
    const { revision } = event;
    switch (event.action) {
      case 'offer':
        offered = roundOf(event);
        if (offered !== null) rounds.push(offered);
        break;
      case 'answer':
        answerRound(offered, { said: saidBy[event.answer], counterDiscount: event.counterDiscount }, revision);
        break;
      case 'trial': {
        const trial = roundOf(event);
        if (trial !== null) rounds.push(trial);
        answerRound(trial, event, revision);
        break;
      }
      case 'correct_trial':
        answerRound(trialOf(rounds, event.corrects), event, revision);
    }
  }
  const answers = rounds.sort((one, other) => one.answeredAt - other.answeredAt).flatMap(answersOf);
  return {
    answers: newestAndStanding(answers),
    agreed: offered?.said === 'yes' ? offered.asked : null,
    offered:
      offered === null || offered.isAnswered || offered.acceptance === null
        ? null
        : { ...offered.asked, acceptance: offered.acceptance },
  };
}

function roundOf(event: PutForward & { readonly action: string }): Round | null {
  const asked = askedIn(event);
  const { revision } = event;
  if (asked === null) return null;
  return {
    revision,
    isOffer: event.action === 'offer',
    asked,
    acceptance: chanceOf(event.appraisal.acceptance),
    isAnswered: false,
    said: null,
    counterDiscount: null,
    answeredAt: revision,
  };
}

function trialOf(rounds: readonly Round[], revision: number): Round | null {
  return rounds.find((round) => !round.isOffer && round.revision === revision) ?? null;
}

/** The last answer counts, at the place of the first. */
function answerRound(
  round: Round | null,
  {
    said,
    counterDiscount,
  }: { readonly said: Answer['said'] | 'not_asked' | null; readonly counterDiscount?: number | null | undefined },
  revision: number,
): void {
  if (round === null) return;
  if (round.said === null) round.answeredAt = revision;
  round.isAnswered = true;
  round.said = said === 'not_asked' ? null : said;
  round.counterDiscount = counterDiscount ?? null;
}

function answersOf({ asked, said, counterDiscount }: Round): Answer[] {
  if (said === null) return [];
  const answer = { ...asked, said };
  return said === 'more' && counterDiscount !== null
    ? [answer, { ...asked, discount: counterDiscount, said: 'yes' }]
    : [answer];
}

/** A chance as it was stored; null for anything else. */
function chanceOf(stored: unknown): number | null {
  return typeof stored === 'number' && stored >= 0 && stored <= 1 ? stored : null;
}

function eventsOf(log: string | null | undefined): Event[] {
  const entries = parseJson(readText(log) ?? '');
  if (!Array.isArray(entries)) return [];
  return entries
    .flatMap((entry): Event[] => {
      const event = eventSchema.safeParse(entry);
      return event.success ? [event.data] : [];
    })
    .sort((one, other) => one.revision - other.revision);
}

/** The terms of an offer or a question; null when they can no longer be read. */
function askedIn({ terms, appraisal: { deal } }: PutForward): Omit<Answer, 'said'> | null {
  const read =
    terms.paymentPlan === null ? { ok: true as const, plan: deal.payments } : readPaymentPlan(terms.paymentPlan, null);
  const leadTimeDays = deal.leadTimeDays - terms.daysSaved;
  if (!read.ok || leadTimeDays < 0) return null;
  return { payments: read.plan, leadTimeDays, forecast: terms.forecast, discount: terms.discount };
}

/** As many answers as the model takes: those that still stand before others, then the newest; oldest first. */
function newestAndStanding(answers: readonly Answer[]): readonly Answer[] {
  if (answers.length <= MOST_ANSWERS) return answers;
  const standing = standingOf(answers);
  const newestFirst = [...answers].reverse();
  const inOrder = new Set([...newestFirst.filter((answer) => standing.has(answer)), ...newestFirst]);
  const chosen = new Set([...inOrder].slice(0, MOST_ANSWERS));
  return answers.filter((answer) => chosen.has(answer));
}

/** The answers that set what is agreed and what is refused of any terms (docs/model.md section 7, an answer stands). */
function standingOf(answers: readonly Answer[]): ReadonlySet<Answer> {
  const byTerms = new Map<string, { agreed: Answer | null; refused: Answer | null }>();
  for (const answer of answers) {
    const { payments, leadTimeDays, forecast, discount } = answer;
    const terms = `${formatPaymentPlan(payments)}/${leadTimeDays}/${String(forecast)}`;
    const stands = byTerms.get(terms) ?? { agreed: null, refused: null };
    if (answer.said === 'yes') {
      if (stands.agreed === null || discount < stands.agreed.discount) stands.agreed = answer;
      if (stands.refused !== null && stands.refused.discount >= discount - SAME_DISCOUNT) stands.refused = null;
    } else {
      if (stands.refused === null || discount > stands.refused.discount) stands.refused = answer;
      if (stands.agreed !== null && stands.agreed.discount <= discount + SAME_DISCOUNT) stands.agreed = null;
    }
    byTerms.set(terms, stands);
  }
  return new Set(
    [...byTerms.values()].flatMap(({ agreed, refused }) => [agreed, refused].filter((one) => one !== null)),
  );
}
