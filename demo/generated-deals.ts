import { companies } from './companies.ts';
import { baseFacts } from './deal-row.ts';
import type { DemoDeal, TermsProperties } from './deal-row.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

const products = [
  'Cuckoo clocks',
  'Snow globes',
  'Nutcrackers',
  'Music boxes',
  'Candle arches',
  'Smoking men',
  'Tin toys',
  'Tree ornaments',
  'Wall clocks',
  'Souvenir steins',
  'Miniature houses',
  'Wooden pyramids',
] as const;
const occasions = [
  'spring range',
  'summer range',
  'autumn range',
  'winter range',
  'restock',
  'promotion',
  'opening order',
  'display set',
  'anniversary edition',
  'trial order',
] as const;
const openStages = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'decisionmakerboughtin',
  'contractsent',
] as const;
const plans = [
  'net 14',
  'net 30',
  'net 30',
  'net 60',
  'net 60',
  'net 90',
  'on delivery',
  '50% order + 50% net 30',
] as const;
const margins = ['0.32', '0.36', '0.40', '0.42', '0.45', '0.48', '0.52'] as const;
const leadTimes = ['21', '28', '35', '42', '49', '56', '63'] as const;
const shareClosed = 0.35;
const shareAnswered = 0.4;
const seed = 20_260_401;

/**
 * Deals for an account that feels lived in, one at a time; the first n are the same for every count and every day.
 *
 * @param count - how many
 */
export function* generatedDeals(count: number): Generator<DemoDeal> {
  const random = createRandom(seed);
  for (let number = 1; number <= count; number += 1) yield generatedDeal(random, number);
}

function generatedDeal(random: Random, number: number): DemoDeal {
  const company = companies[random.between(0, companies.length - 1)];
  if (company === undefined) throw new Error('the demo account has no companies');
  const isClosed = random.chance(shareClosed);
  const facts = {
    name: `${random.pick(products)}, ${random.pick(occasions)} ${number}`,
    company: company.key,
    stage: isClosed ? random.pick(['closedwon', 'closedwon', 'closedlost'] as const) : random.pick(openStages),
    // Many small orders, few large ones.
    amount: Math.round(2_000 * 60 ** random.next()),
    closesInDays: isClosed ? -random.between(1, 700) : random.between(0, 150),
  };
  const isAnswered = random.chance(shareAnswered);
  return {
    ...facts,
    ...(isAnswered ? { terms: termsOf(random) } : {}),
    ...(isAnswered && random.chance(0.3) ? { neededInDays: random.between(10, 60) } : {}),
  };
}

function termsOf(random: Random): TermsProperties {
  const sometimes = (probability: number, property: `terms_${string}`, value: () => string): TermsProperties =>
    random.chance(probability) ? { [property]: value() } : {};
  return {
    ...baseFacts(random.pick(plans), random.pick(margins), random.pick(leadTimes)),
    ...sometimes(0.8, 'terms_cash_position', () =>
      random.pick(['strained', 'tight', 'balanced', 'balanced', 'positive', 'abundant']),
    ),
    ...sometimes(0.8, 'terms_importance', () => random.pick(['standard_clause', 'preference', 'policy', 'critical'])),
    ...sometimes(0.8, 'terms_urgency', () => random.pick(['none', 'none', 'some', 'some', 'high', 'critical'])),
    ...sometimes(0.7, 'terms_relationship', () => random.pick(['new', 'established', 'established'])),
    ...sometimes(0.5, 'terms_forecast', () => random.pick(['willing', 'unwilling'])),
    ...sometimes(0.2, 'terms_days_beyond_terms', () => String(random.between(1, 30))),
    ...sometimes(0.1, 'terms_constraints', () => random.pick(['no_prepayment', 'no_shorter_terms'])),
  };
}
