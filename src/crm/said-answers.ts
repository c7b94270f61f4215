import * as z from 'zod/mini';
import { MOST_ANSWERS } from '../scoring/input.ts';
import type { Answer, Deal as ModelDeal } from '../scoring/input.ts';
import { paymentPlanSchema } from '../vocabulary/payment-plan.ts';
import { formatPaymentPlan } from '../scoring/payment-plan-notation.ts';
import { SAME_DISCOUNT } from '../vocabulary/tolerance.ts';
import { readPaymentPlan } from '../terms/index.ts';
import { readText } from './property-values.ts';
import { offerAnswers } from './stored-offer.ts';

/** What a customer said on a deal so far, in the model's terms. */
export type Said = {
  /** To offers, oldest first: the newest, and older ones that still stand (docs/model.md section 7). */
  readonly answers: readonly Answer[];
  /** What is agreed; null while nothing is. */
  readonly agreed: NonNullable<ModelDeal['agreed']> | null;
};

/** What of the log's entries says something about the customer; `OfferEvent` of `@deal-terms/core/offers` has them whole. */
const eventSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('offer'),
    revision: z.int(),
    terms: z.object({
      paymentPlan: z.nullable(z.string()),
      daysSaved: z.number(),
      forecast: z.boolean(),
      discount: z.number().check(z.gte(-1), z.lt(1)),
    }),
    appraisal: z.object({ deal: z.object({ payments: paymentPlanSchema, leadTimeDays: z.number() }) }),
  }),
  z.object({ action: z.literal('answer'), revision: z.int(), answer: z.enum(offerAnswers) }),
]);
type Event = z.infer<typeof eventSchema>;

const saidBy = {
  accepted: 'yes',
  wanted_more: 'more',
  refused_terms: 'no',
  refused_price: 'no',
  no_answer: null,
} as const;

/**
 * What a customer said on a deal, from the log of its offers. Never throws: what cannot be read is left out, as people can type into any property.
 *
 * @param log - `terms_offer_log`
 */
export function decodeSaid(log: string | null | undefined): Said {
  const rounds: { readonly asked: Omit<Answer, 'said'>; said: Answer['said'] | null }[] = [];
  for (const event of eventsOf(log)) {
    const last = rounds.at(-1);
    if (event.action === 'offer') {
      const asked = askedIn(event);
      if (asked !== null) rounds.push({ asked, said: null });
    } else if (last !== undefined) last.said = saidBy[event.answer];
  }
  const answers = rounds.flatMap(({ asked, said }): Answer[] => (said === null ? [] : [{ ...asked, said }]));
  const last = rounds.at(-1);
  return { answers: newestAndStanding(answers), agreed: last?.said === 'yes' ? last.asked : null };
}

function eventsOf(log: string | null | undefined): Event[] {
  let entries: unknown;
  try {
    entries = JSON.parse(readText(log) ?? '[]');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
  if (!Array.isArray(entries)) return [];
  return entries
    .flatMap((entry): Event[] => {
      const event = eventSchema.safeParse(entry);
      return event.success ? [event.data] : [];
    })
    .sort((one, other) => one.revision - other.revision);
}

/** The terms of an offer; null when they can no longer be read. */
function askedIn({ terms, appraisal: { deal } }: Extract<Event, { action: 'offer' }>): Omit<Answer, 'said'> | null {
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
