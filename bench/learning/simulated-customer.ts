import { bargainAt, triangleQuantile } from '@deal-terms/core/scoring';
import type { Customer, Deal, ResolvedInput } from '@deal-terms/core/scoring';
import type { Policy } from '@deal-terms/core/policy';
import { discountCap } from '../../src/scoring/discount-cap.ts';
import { stepsUpTo } from '../../src/vocabulary/discount-steps.ts';
import { listPackages } from '../../src/scoring/packages.ts';
import { isMaterial } from '../../src/scoring/prospect.ts';
import { readSituation } from '../../src/scoring/situation.ts';
import { seeded } from '../mixed-deals.ts';
import type { Market } from './market.ts';

/** A customer with a deal on the table: what the seller knows of it, and what it is like. */
export type SimulatedCustomer = {
  readonly id: string;
  readonly deal: Deal;
  readonly known: Customer;
  /** The same with every answer known. */
  readonly inTruth: Customer;
  readonly values: { readonly annualRate: number; readonly reluctance: number; readonly lossPerDay: number };
  /** What no model sees of its answer to a package, as fraction of the amount: it asks for so much less gain. Logistic, and the same whenever it is asked. */
  readonly leniencyFor: (packageId: string) => number;
  /** Whether it would trade at all. */
  readonly isOpen: boolean;
};

/** How many answers a rep gets out of a customer. */
const SHARE_KNOWN = 0.7;

/** Steps of the grid closer than this are the same. */
const SAME_STEP = 1e-6;

/** Whether what no model sees is one mood toward all packages, or another for each. */
export type Mood = 'one' | 'each';

/** Draws customers of a market, the same ones for the same numbers. */
export function customersOf(
  market: Market,
  random: () => number,
  prefix: string,
  mood: Mood = 'one',
): (index: number) => SimulatedCustomer {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(value: T): T | null => (random() < SHARE_KNOWN ? value : null);
  return (index) => {
    const leadTimeDays = pick([14, 28, 42, 56, 70]);
    const neededInDays = maybe(Math.round(random() * 70));
    const deal: Deal = {
      amount: Math.round(2_000 + random() * 200_000),
      grossMargin: 0.2 + random() * 0.4,
      leadTimeDays,
      payments: [{ share: 1, anchor: 'delivery', days: pick([14, 30, 45, 60, 90, 120]) }],
    };
    const isLate = neededInDays !== null && neededInDays < leadTimeDays;
    const { cashPosition: cash, termsImportance: terms, urgency } = market.priors;
    const bands = {
      cashPosition: drawBand(cash, random()),
      termsImportance: drawBand(terms, random()),
      urgency: drawBand(isLate ? { ...urgency, none: 0 } : urgency, random()),
    };
    const rest: Customer = {
      neededInDays,
      relationship: maybe(pick(['new', 'established'] as const)),
      forecast: maybe(pick(['willing', 'unwilling'] as const)),
      daysBeyondTerms: Math.round(random() * 20),
    };
    const luck = random();
    return {
      id: `${prefix}${index}`,
      deal,
      inTruth: { ...rest, ...bands },
      known: {
        ...rest,
        cashPosition: maybe(bands.cashPosition),
        termsImportance: maybe(bands.termsImportance),
        urgency: maybe(bands.urgency),
      },
      values: {
        annualRate: triangleQuantile(market.beliefs.cashPosition[bands.cashPosition], random()),
        reluctance: triangleQuantile(market.beliefs.termsImportance[bands.termsImportance], random()),
        lossPerDay: triangleQuantile(market.beliefs.urgency[bands.urgency], random()),
      },
      leniencyFor: (packageId) =>
        market.responseNoise * logit(mood === 'one' ? luck : seeded(hashOf(`${luck} ${packageId}`))()),
      isOpen: random() >= market.silence,
    };
  };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

/** A whole number that differs from text to text. */
function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return hash;
}

function drawBand<Band extends string>(weights: Readonly<Record<Band, number>>, at: number): Band {
  const bands = Object.keys(weights) as Band[];
  let rest = at * bands.reduce((sum, band) => sum + weights[band], 0);
  const drawn = bands.find((band) => {
    rest -= weights[band];
    return rest < 0;
  });
  return drawn ?? (bands.at(-1) as Band);
}

/** The deal as the seller sees it. */
export function asSeen({ id, deal, known }: SimulatedCustomer, policy: Policy): ResolvedInput {
  return { id, deal, customer: known, policy };
}

/** The deal as somebody would see it who can read the customer's mind: its values are certain, and so is its answer. */
function asItIs(
  { id, deal, inTruth, values, leniencyFor }: SimulatedCustomer,
  packageId: string,
  policy: Policy,
): ResolvedInput {
  const certain = <Bands extends object>(bands: Bands, value: number): Bands =>
    Object.fromEntries(Object.keys(bands).map((band) => [band, [value, value, value]])) as Bands;
  const { cashPosition, termsImportance, urgency } = policy.beliefs;
  return {
    id,
    deal,
    customer: inTruth,
    policy: {
      ...policy,
      responseNoise: 0,
      silence: 0,
      materialGain: { ...policy.materialGain, customer: policy.materialGain.customer - leniencyFor(packageId) },
      beliefs: {
        ...policy.beliefs,
        cashPosition: certain(cashPosition, values.annualRate),
        termsImportance: certain(termsImportance, values.reluctance),
        urgency: certain(urgency, values.lossPerDay),
      },
    },
  };
}

/** What a trade is worth to each side; money. */
export type Gains = { readonly seller: number; readonly customer: number };

/** What a customer says to an offer, and what it is worth if that is a yes; null when it cannot be made. */
export function outcomeOf(
  customer: SimulatedCustomer,
  packageId: string,
  discount: number,
  policy: Policy,
): { readonly agreed: boolean; readonly gains: Gains } | null {
  const bargain = bargainAt(asItIs(customer, packageId, policy), packageId, discount);
  // The chance of a customer whose mind is read is none or all, but for rounding.
  return bargain === null
    ? null
    : {
        agreed: customer.isOpen && bargain.acceptance > 0.5,
        gains: { seller: bargain.sellerGain, customer: bargain.customerGain },
      };
}

/** What the best offer the customer takes would gain us, of all packages and discounts of the grid: money. */
export function gainInHindsight(customer: SimulatedCustomer, policy: Policy): number {
  if (!customer.isOpen) return 0;
  const { step } = policy.discount;
  const situation = readSituation(asSeen({ ...customer, known: customer.inTruth }, policy));
  return listPackages(situation).reduce((best, one) => {
    const read = asItIs(customer, one.id, policy);
    const [free, dearer] = [bargainAt(read, one.id, 0), bargainAt(read, one.id, step)];
    if (free === null || dearer === null) return best;
    // Both sides' gains are linear in the discount, and the customer's rises: the first it takes is the best for us.
    const wanted = read.policy.materialGain.customer * customer.deal.amount;
    const { first, last } = stepsUpTo(discountCap(one, situation), policy.discount);
    const taken = Math.ceil((wanted - free.customerGain) / (dearer.customerGain - free.customerGain) - SAME_STEP);
    const at = Math.max(first, taken);
    const gain = free.sellerGain + at * (dearer.sellerGain - free.sellerGain);
    return at <= last && isMaterial(gain, situation) ? Math.max(best, gain) : best;
  }, 0);
}
