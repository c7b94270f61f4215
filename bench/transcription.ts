/**
 * The model written down as directly as it is stated, section by section, with no thought of speed: the yardstick the
 * scoring core is measured and checked against. It shares no code with the core; policies and inputs are taken as valid and whole.
 */
export type PlainTranche = { share: number; anchor: 'order' | 'delivery'; days: number };
type Triple = [number, number, number];
type Table<T> = Record<string, T>;
type Maybe<T> = T | null | undefined;
export type PlainPolicy = {
  borrowingRate: number;
  priceOfCash: number | null;
  factoring: { monthlyFee: number; advance: number } | null;
  backlog: { unfundedCost: number; contributionMargin: number; cycleDays: number; certainty: number };
  supplierPaymentDay: number;
  expedite: { fixedCost: number; costPerDay: number; minLeadTimeDays: number; daysSaved: number[] };
  forecast: { costSaving: number; customerEffort: number };
  discount: { max: number; maxPremium: number; step: number; keepOfMargin: number };
  materialGain: { seller: number; sellerMoney: number; customer: number };
  responseNoise: number;
  silence: number;
  refusalCost: number;
  customerBargainingPower: number;
  minAcceptance: number;
  allowLongerTerms: boolean;
  urgencyHorizonDays: number;
  statedSpread: number;
  worthAsking: number;
  paymentOptions: { id: string; payments?: PlainTranche[] | undefined; balanceDays?: number | undefined }[];
  beliefs: {
    cashPosition: Table<Triple>;
    termsImportance: Table<Triple>;
    urgency: Table<Triple>;
    defaultHazard: Table<number>;
    termsFriction: Table<number>;
    prepaymentRisk: Table<number>;
  };
  priors: { cashPosition: Table<number>; termsImportance: Table<number>; urgency: Table<number> };
};
/** What is on offer, apart from its price, and that price. */
export type PlainTerms = { payments: PlainTranche[]; leadTimeDays: number; forecast: boolean; discount: number };
export type PlainInput = {
  id: string;
  deal: {
    amount: number;
    currency?: Maybe<string>;
    grossMargin: number;
    leadTimeDays: number;
    payments: PlainTranche[];
    closingProbability?: Maybe<number>;
    closesInDays?: Maybe<number>;
    agreed?: Maybe<PlainTerms>;
  };
  customer?: Maybe<{
    cashPosition?: Maybe<string>;
    termsImportance?: Maybe<string>;
    urgency?: Maybe<string>;
    relationship?: Maybe<string>;
    forecast?: Maybe<string>;
    neededInDays?: Maybe<number>;
    constraints?: Maybe<string[]>;
    daysBeyondTerms?: Maybe<number>;
    stated?: Maybe<{ costOfCash?: Maybe<number>; lossPerDay?: Maybe<number> }>;
    answers?: Maybe<(PlainTerms & { said: 'yes' | 'more' | 'no' })[]>;
  }>;
  policy: PlainPolicy;
};
type Field = 'cashPosition' | 'termsImportance' | 'urgency';
type Value = { value: number; weight: number };
type Customer = { r: number; k: number; v: number };
type Node = Customer & { open: boolean; weight: number; at: Record<Field, number> };
/** A gain `c + e·d`. */
type Gain = { c: number; e: number };
type Package = {
  id: string;
  option: string;
  payments: PlainTranche[];
  x: number;
  forecast: boolean;
  L: number;
  E: number;
  F: number;
  a: number;
  b: number;
  cap: number;
  gain: (customer: Customer) => Gain;
  /** That of every node, in their order; set once the nodes are known. */
  gains: Gain[];
  /** What stands of the answers; −∞ and ∞ where nothing does. */
  refused: number;
  agreed: number;
};
/** A package at one discount: q of every node, in their order. */
type Bargain = { d: number; sellerGain: number; q: number[]; acceptance: number; value: number };

const bands: Record<Field, string[]> = {
  cashPosition: ['strained', 'tight', 'balanced', 'positive', 'abundant'],
  termsImportance: ['standard_clause', 'preference', 'policy', 'critical'],
  urgency: ['none', 'some', 'high', 'critical'],
};
const fields: Field[] = ['cashPosition', 'termsImportance', 'urgency'];
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const D = (r: number, t: number): number => (1 + r) ** (-t / 365);
/** A lookup that must succeed: the input is valid. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('the transcription takes valid inputs only');
  return value;
}

function quantile([low, mode, high]: Triple, u: number): number {
  if (high <= low) return low;
  return u < (mode - low) / (high - low)
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** Section 1: shares divided by their sum. */
function onEntry(plan: PlainTranche[]): PlainTranche[] {
  const total = sum(plan.map((t) => t.share));
  return plan.map((t) => ({ ...t, share: t.share / total }));
}

/** Sections 1, 4 and 5 for one deal: what a package of payments, lead time and forecast is worth to both sides. */
export function plainDeal({ deal, customer: said, policy }: PlainInput) {
  const customer = said ?? {};
  const A = deal.amount,
    L0 = deal.leadTimeDays,
    plan0 = onEntry(deal.payments),
    lateness = customer.daysBeyondTerms ?? 0,
    s = policy.supplierPaymentDay,
    K = A * (1 - deal.grossMargin);

  // 1. payment plans
  const due = (t: PlainTranche, L: number): number => {
    const day = Math.max(0, (t.anchor === 'delivery' ? L : 0) + t.days);
    return day > L ? day + lateness * Math.min(1, (day - L) / 30) : day;
  };
  const T = (plan: PlainTranche[], L: number): number => sum(plan.map((t) => t.share * due(t, L)));
  const prepaid = (plan: PlainTranche[], L: number): number =>
    sum(plan.filter((t) => due(t, L) < L - 1e-9).map((t) => t.share));
  const R = (plan: PlainTranche[], L: number): number =>
    sum(plan.map((t) => t.share * Math.min(1, Math.max(0, L - due(t, L)) / 30)));
  const schedule = (plan: PlainTranche[], L: number): { day: number; share: number }[] => {
    const days: { day: number; share: number }[] = [];
    for (const one of plan.map((t) => ({ day: due(t, L), share: t.share })).sort((p, q) => p.day - q.day)) {
      const last = days.at(-1);
      if (last !== undefined && one.day - last.day < 1e-9) last.share += one.share;
      else days.push(one);
    }
    return days;
  };
  const sameSchedule = (one: PlainTranche[], other: PlainTranche[], L: number): boolean => {
    const p = schedule(one, L),
      q = schedule(other, L);
    return (
      p.length === q.length &&
      p.every(
        ({ day, share }, i) => Math.abs(day - must(q[i]).day) <= 1e-9 && Math.abs(share - must(q[i]).share) <= 1e-9,
      )
    );
  };

  // 4. cost of cash
  const { backlog, borrowingRate } = policy;
  const g = (backlog.certainty * backlog.contributionMargin) / (1 - backlog.contributionMargin);
  const shadow = Math.min(10, (1 + g) ** (365 / backlog.cycleDays) - 1);
  const currencyDays = A * T(plan0, L0);
  const u =
    currencyDays === 0
      ? backlog.unfundedCost > 0
        ? 1
        : 0
      : Math.min(1, (backlog.unfundedCost * backlog.cycleDays) / currencyDays);
  const rS = policy.priceOfCash ?? u * Math.max(borrowingRate, shadow) + (1 - u) * borrowingRate;
  const factored = (r: number, t: number): number => {
    if (policy.factoring === null) return D(r, t);
    const f = (1 + policy.factoring.monthlyFee) ** (365 / 30) - 1;
    const { advance } = policy.factoring;
    return advance * D(Math.min(r, f), t) + (1 - advance) * D(r, t);
  };

  // 5. gains
  const hazard = must(policy.beliefs.defaultHazard[customer.cashPosition ?? 'unknown']);
  const friction = must(policy.beliefs.termsFriction[customer.termsImportance ?? 'unknown']);
  const risk = must(policy.beliefs.prepaymentRisk[customer.relationship ?? 'unknown']);
  const PS = (r: number, Dc: (r: number, t: number) => number, plan: PlainTranche[], L: number): number =>
    sum(
      plan.map((t) => {
        const after = Math.max(0, due(t, L) - L);
        return t.share * D(r, Math.min(due(t, L), L)) * Dc(r, after) * D(hazard, after);
      }),
    );
  const PC = (r: number, plan: PlainTranche[], L: number): number => sum(plan.map((t) => t.share * D(r, due(t, L))));
  const expedite = (x: number): number => (x > 0 ? policy.expedite.fixedCost + policy.expedite.costPerDay * A * x : 0);
  const saving = (forecast: boolean): number => (forecast ? policy.forecast.costSaving * K : 0);
  const moved = (plan1: PlainTranche[]): number => T(plan1, L0) - T(plan0, L0);
  /** ΔS(d) = a − b·d. */
  const sellerGain = (plan1: PlainTranche[], L: number, forecast: boolean, r: number, Dc = factored) => {
    const b = A * PS(r, Dc, plan1, L);
    const a = b - A * PS(r, Dc, plan0, L0) + (saving(forecast) - expedite(L0 - L)) * D(r, s);
    return { a, b };
  };
  const customerGain =
    (plan1: PlainTranche[], L: number, forecast: boolean) =>
    ({ r, k, v }: Customer): Gain => {
      const N = customer.neededInDays ?? L0 - policy.urgencyHorizonDays;
      const late = (days: number): number => Math.max(0, days - N);
      const shortened = moved(plan1) < -1e-9 ? -moved(plan1) : 0;
      const fixed =
        (forecast ? policy.forecast.customerEffort * A : 0) +
        (shortened > 0 ? friction * A : 0) +
        risk * A * Math.max(0, R(plan1, L) - R(plan0, L0));
      const e = A * PC(r, plan1, L);
      const tau = e - A * PC(r, plan0, L0);
      return { c: -tau - (k * A * shortened) / 365 + v * A * (late(L0) - late(L)) - fixed, e };
    };
  return {
    customer,
    A,
    K,
    L0,
    plan0,
    s,
    g,
    rS,
    due,
    T,
    prepaid,
    sameSchedule,
    moved,
    expedite,
    saving,
    sellerGain,
    customerGain,
  };
}

/** Sections 1 to 9 for one deal with a whole policy; the result object of section 9. */
export function transcribedScore(input: PlainInput) {
  return transcribe(input).result;
}

/** The result of section 9, and the terms of each of its offers. */
export function transcribe(input: PlainInput) {
  const { id, deal, policy } = input;
  const plain = plainDeal(input);
  const { customer, A, K, L0, plan0, s, rS, T, prepaid, sameSchedule, moved } = plain;
  const answers = (customer.answers ?? []).map((one) => ({ ...one, payments: onEntry(one.payments) }));
  const limits = customer.constraints ?? [];

  // 5. packages
  const optionPlan = ({ payments, balanceDays = 0 }: PlainPolicy['paymentOptions'][number]): PlainTranche[] =>
    payments !== undefined
      ? onEntry(payments)
      : plan0.map((t) => (t.anchor === 'delivery' && t.days > balanceDays ? { ...t, days: balanceDays } : t));
  const packages: Package[] = [];
  for (const option of [
    { id: 'as_today', payments: plan0 },
    ...policy.paymentOptions.map((one) => ({ id: one.id, payments: optionPlan(one) })),
  ]) {
    for (const x of [0, ...policy.expedite.daysSaved.filter((days) => L0 - days >= policy.expedite.minLeadTimeDays)]) {
      for (const forecast of customer.forecast === 'willing' ? [false, true] : [false]) {
        const L = L0 - x,
          plan1 = option.payments,
          days = moved(plan1);
        if (option.id === 'as_today' && x === 0 && !forecast) continue;
        if (option.id !== 'as_today' && Math.abs(days) < 1e-9) continue;
        if (days > 0 && !policy.allowLongerTerms) continue;
        if (days < -1e-9 && limits.includes('no_shorter_terms')) continue;
        if (limits.includes('no_prepayment') && prepaid(plan1, L) > prepaid(plan0, L0) + 1e-9) continue;
        if (packages.some((p) => p.x === x && p.forecast === forecast && sameSchedule(p.payments, plan1, L))) continue;
        const E = plain.expedite(x),
          F = plain.saving(forecast);
        const { a, b } = plain.sellerGain(plan1, L, forecast, rS);
        const kept = 1 - policy.discount.keepOfMargin * deal.grossMargin;
        packages.push({
          id: `${option.id}/${x}/${forecast ? 'forecast' : 'none'}`,
          option: option.id,
          payments: plan1,
          x,
          forecast,
          L,
          E,
          F,
          a,
          b,
          cap: Math.min(policy.discount.max, 1 - (K - F + E) / (A * kept)),
          gain: plain.customerGain(plan1, L, forecast),
          gains: [],
          refused: -Infinity,
          agreed: Infinity,
        });
      }
    }
  }

  // 6. uncertainty
  const figures = {
    cashPosition: customer.stated?.costOfCash ?? null,
    termsImportance: null,
    urgency: customer.stated?.lossPerDay == null ? null : customer.stated.lossPerDay / A,
  };
  const known = (field: Field): boolean => customer[field] != null || figures[field] !== null;
  const values = (field: Field): Value[] => {
    const band = customer[field],
      y = figures[field],
      triples = policy.beliefs[field];
    const triple: Triple | null =
      y !== null
        ? [y * (1 - policy.statedSpread), y, y * (1 + policy.statedSpread)]
        : band != null
          ? must(triples[band])
          : null;
    if (triple !== null) return [0.1, 0.3, 0.5, 0.7, 0.9].map((u) => ({ value: quantile(triple, u), weight: 1 / 5 }));
    const all = bands[field].map((name) => must(policy.priors[field][name]));
    const late = field === 'urgency' && customer.neededInDays != null && customer.neededInDays < L0;
    const some = bands[field].map((name, i) => (late && name === 'none' ? 0 : must(all[i])));
    const priors = sum(some) > 0 ? some : all;
    return bands[field].map((name, i) => ({
      value: quantile(must(triples[name]), 0.5),
      weight: must(priors[i]) / sum(priors),
    }));
  };
  const possible = {
    cashPosition: values('cashPosition'),
    termsImportance: values('termsImportance'),
    urgency: values('urgency'),
  };
  const nodes: Node[] = possible.cashPosition.flatMap((r, i) =>
    possible.termsImportance.flatMap((k, j) =>
      possible.urgency.flatMap((v, l) =>
        [true, false].map((open) => ({
          r: r.value,
          k: k.value,
          v: v.value,
          open,
          weight: r.weight * k.weight * v.weight * (open ? 1 - policy.silence : policy.silence),
          at: { cashPosition: i, termsImportance: j, urgency: l },
        })),
      ),
    ),
  );
  const material = policy.materialGain.customer * A;
  for (const p of packages) p.gains = nodes.map(p.gain);
  const chanceOfYes = (node: Node, { c, e }: Gain, d: number): number => {
    if (!node.open) return 0;
    if (policy.responseNoise === 0) return c + e * d >= material - 1e-9 * A ? 1 : 0;
    return 1 / (1 + Math.exp(-(c + e * d - material) / (policy.responseNoise * A)));
  };
  let weights = nodes.map((node) => node.weight);
  let answersContradict = false;
  for (const answer of answers) {
    const gain = plain.customerGain(answer.payments, answer.leadTimeDays, answer.forecast);
    weights = nodes.map((node, n) => {
      const q = chanceOfYes(node, gain(node), answer.discount);
      if (answer.said === 'yes') return must(weights[n]) * q;
      if (answer.said === 'more' && !node.open) return 0;
      return must(weights[n]) * (1 - q);
    });
    const total = sum(weights);
    if (total <= 1e-12) {
      answersContradict = true;
      break;
    }
    weights = weights.map((weight) => weight / total);
  }
  if (answersContradict) weights = nodes.map((node) => node.weight);
  const centre: Customer = {
    r: sum(nodes.map((node, n) => must(weights[n]) * node.r)),
    k: sum(nodes.map((node, n) => must(weights[n]) * node.k)),
    v: sum(nodes.map((node, n) => must(weights[n]) * node.v)),
  };

  // 7. answers that stand
  for (const p of packages) {
    for (const answer of answers) {
      if (Math.abs(answer.leadTimeDays - p.L) > 1e-9 || answer.forecast !== p.forecast) continue;
      if (!sameSchedule(answer.payments, p.payments, p.L)) continue;
      const d = answer.discount;
      if (answer.said === 'yes') {
        p.agreed = Math.min(p.agreed, d);
        if (p.refused >= d - 1e-9) p.refused = -Infinity;
      } else {
        p.refused = Math.max(p.refused, d);
        if (p.agreed <= d + 1e-9) p.agreed = Infinity;
      }
    }
  }

  // 7. offers
  const { step, maxPremium } = policy.discount,
    beta = policy.customerBargainingPower;
  const M = Math.max(policy.materialGain.seller * A, policy.materialGain.sellerMoney);
  const limit = (p: Package): number => Math.min(p.cap, (p.a - M) / p.b);
  const isAgreed = (p: Package): boolean => p.agreed <= limit(p) + 1e-9;
  const chances = (p: Package, d: number): number[] =>
    nodes.map((node, n) =>
      d <= p.refused + 1e-9 ? 0 : d >= p.agreed - 1e-9 ? 1 : chanceOfYes(node, must(p.gains[n]), d),
    );
  const valueAt = (acceptance: number, gain: number): number =>
    acceptance * gain - (1 - acceptance) * policy.refusalCost * A;
  const bargainAt = (p: Package, d: number): Bargain => {
    const q = chances(p, d);
    const acceptance = sum(q.map((chance, n) => must(weights[n]) * chance));
    const gain = p.a - p.b * d;
    return { d, sellerGain: gain, q, acceptance, value: valueAt(acceptance, gain) };
  };
  const grid = (p: Package): number[] => {
    if (isAgreed(p)) return [p.agreed];
    const ds: number[] = [];
    for (let i = Math.ceil(-maxPremium / step - 1e-9); i <= Math.floor(p.cap / step + 1e-9); i += 1) ds.push(i * step);
    return ds;
  };
  const considered = packages.map((p) => ({
    p,
    isAgreed: isAgreed(p),
    bargains: grid(p)
      .filter((d) => p.a - p.b * d >= M - 1e-9 * A)
      .map((d) => bargainAt(p, d)),
  }));
  const agreementProbability = (p: Package): number => {
    if (isAgreed(p)) return 1;
    return limit(p) < -maxPremium - 1e-9 ? 0 : bargainAt(p, limit(p)).acceptance;
  };
  const nash = (p: Package, one: Bargain): number =>
    Math.max(0, one.sellerGain) ** (1 - beta) *
    sum(
      p.gains.map(({ c, e }, n) => {
        return must(weights[n]) * must(one.q[n]) * Math.max(0, c + e * one.d) ** beta;
      }),
    );
  const best = <T>(many: T[], worth: (one: T) => number): T | null =>
    many.reduce<T | null>((top, one) => (top === null || worth(one) > worth(top) + 1e-9 * A ? one : top), null);
  const atCentre = (p: Package, d: number): number => p.gain(centre).c + p.gain(centre).e * d;
  const agreedGains = considered
    .filter((one) => one.isAgreed)
    .flatMap(({ bargains }) => bargains.map((one) => one.sellerGain));
  const mostAgreed = Math.max(-Infinity, ...agreedGains);
  const menuOf = considered
    .flatMap((one) => {
      const { p, bargains } = one;
      const offers = one.isAgreed
        ? bargains
        : bargains.filter(({ d, sellerGain }) => atCentre(p, d) >= -1e-9 * A && sellerGain > mostAgreed + 1e-9 * A);
      const fair = one.isAgreed
        ? offers[0]
        : best(
            offers.filter(({ acceptance }) => acceptance >= policy.minAcceptance * (1 - policy.silence) - 1e-9),
            (offer) => nash(p, offer),
          );
      if (fair == null) return [];
      const opening = best(
        offers.filter(({ d }) => d <= fair.d + 1e-9),
        ({ value }) => value,
      );
      return [{ ...one, fair, opening: opening ?? fair, nash: nash(p, fair) }];
    })
    .sort((one, other) => {
      if (one.isAgreed !== other.isAgreed) return one.isAgreed ? -1 : 1;
      return one.isAgreed ? other.fair.sellerGain - one.fair.sellerGain : other.nash - one.nash;
    })
    .filter(({ p }, place, ranked) => ranked.findIndex((other) => other.p.option === p.option) === place);
  const anyAgreed = menuOf.some((one) => one.isAgreed);
  const menu = menuOf.slice(0, 3);

  const negotiability = Math.min(
    100,
    (100 * Math.max(0, ...packages.map(agreementProbability))) / (1 - policy.silence),
  );
  const answersKnown = fields.filter(known).length;
  const informed = answersKnown >= 2 || anyAgreed;
  const band = negotiability >= 70 - 1e-9 && informed ? 'high' : negotiability >= 40 - 1e-9 ? 'medium' : 'low';
  const expectedGain = Math.max(0, ...menu.map(({ opening }) => opening.value));

  // 7. value of information; `refusedAt` and `agreedAt` suppose an answer to one package
  const bestOf = (some: number[], supposed: { p: Package; d: number; says: 'yes' | 'no' } | null = null): number => {
    const total = sum(some);
    if (total === 0) return 0;
    return Math.max(
      0,
      ...considered.flatMap(({ p, bargains }) =>
        bargains.map((one) => {
          const acceptance = sum(one.q.map((chance, n) => must(some[n]) * chance)) / total;
          if (supposed?.p !== p) return valueAt(acceptance, one.sellerGain);
          if (supposed.says === 'no') return valueAt(one.d <= supposed.d + 1e-9 ? 0 : acceptance, one.sellerGain);
          return one.d === supposed.d ? valueAt(1, one.sellerGain) : -Infinity;
        }),
      ),
    );
  };
  const bestOfAll = bestOf(weights);
  const valueOf = (field: Field): number =>
    Math.max(
      0,
      sum(
        possible[field].map((_, j) => {
          const those = nodes.map((node, n) => (node.at[field] === j ? must(weights[n]) : 0));
          return sum(those) * bestOf(those);
        }),
      ) - bestOfAll,
    );
  const valueOfInformation = {
    cashPosition: valueOf('cashPosition'),
    termsImportance: valueOf('termsImportance'),
    urgency: valueOf('urgency'),
  };

  // 7. trial question
  const askable = considered
    .filter((one) => !one.isAgreed)
    .flatMap(({ p, bargains }) =>
      bargains
        .filter(({ d }) => d > p.refused + 1e-9 && atCentre(p, d) >= -1e-9 * A)
        .map((bargain) => ({ p, bargain })),
    );
  const perOption = [...new Set(askable.map(({ p }) => p.option))].map((option) =>
    must(
      best(
        askable.filter(({ p }) => p.option === option),
        ({ bargain }) => bargain.value,
      ) ?? undefined,
    ),
  );
  const trials = perOption
    .sort((one, other) => other.bargain.value - one.bargain.value)
    .slice(0, 3)
    .map(({ p, bargain: { d, q, acceptance: chance } }) => {
      const yes = weights.map((weight, n) => weight * must(q[n]));
      const no = weights.map((weight, n) => weight * (1 - must(q[n])));
      const value =
        chance * bestOf(yes, { p, d, says: 'yes' }) + (1 - chance) * bestOf(no, { p, d, says: 'no' }) - bestOfAll;
      return { packageId: p.id, discount: d, chance, value };
    });
  const worthiest = best(trials, ({ value }) => value);
  const trial = worthiest !== null && worthiest.value > 1e-9 * A ? worthiest : null;
  const unknown = best(
    fields.filter((field) => !known(field) && valueOfInformation[field] > policy.worthAsking * A + 1e-9 * A),
    (field) => valueOfInformation[field],
  );
  const atLeast = unknown === null ? policy.worthAsking * A : valueOfInformation[unknown];
  const nextQuestion = trial !== null && trial.value > atLeast + 1e-9 * A ? ('trial' as const) : unknown;
  const verdict =
    negotiability >= 70 - 1e-9 && informed && menu.length > 0
      ? 'trade'
      : negotiability >= 30 - 1e-9 || nextQuestion !== null
        ? 'explore'
        : 'hold';

  // 8. positions and what the cash costs
  const position = (plan: PlainTranche[], L: number, d: number, E: number, F: number) => {
    const revenue = A * (1 - d),
      cost = K - F + E,
      margin = revenue - cost,
      meanDay = T(plan, L),
      cashCycleDays = meanDay - s;
    return {
      revenue,
      cost,
      margin,
      marginRate: margin / revenue,
      termsDays: meanDay - L,
      leadTimeDays: L,
      cashCycleDays,
      annualReturnOnCash: cashCycleDays < 1 ? null : ((margin / cost) * 365) / cashCycleDays,
    };
  };
  const breakEvenRate = (p: Package, d: number): number | null => {
    if (T(p.payments, p.L) >= T(plan0, L0) - 1e-9) return null;
    const pays = (rate: number): boolean => {
      const { a, b } = plain.sellerGain(p.payments, p.L, p.forecast, rate, D);
      return a - b * d >= -1e-9 * A;
    };
    for (let i = 0; i <= 200; i += 1) {
      if (!pays(i / 100)) continue;
      if (i === 0) return 0;
      let below = (i - 1) / 100,
        above = i / 100;
      for (let halving = 0; halving < 50; halving += 1) {
        const middle = (below + above) / 2;
        if (pays(middle)) above = middle;
        else below = middle;
      }
      return above;
    }
    return null;
  };
  const offers = menu.map(({ p, fair, opening, nash: nashValue }) => {
    const { c, e } = p.gain(centre);
    const atBank = plain.sellerGain(p.payments, p.L, p.forecast, policy.borrowingRate);
    return {
      packageId: p.id,
      discount: fair.d,
      openingDiscount: opening.d,
      openingAcceptance: opening.acceptance,
      customerLimit: (material - c) / e,
      sellerLimit: (p.a - M) / p.b,
      acceptance: fair.acceptance,
      agreementProbability: agreementProbability(p),
      sellerGain: fair.sellerGain,
      sellerGainAtBankRate: atBank.a - atBank.b * fair.d,
      customerGain: c + e * fair.d,
      nashValue,
      breakEvenRate: breakEvenRate(p, fair.d),
      after: position(p.payments, p.L, fair.d, p.E, p.F),
    };
  });
  const result = {
    id,
    costOfCash: rS,
    negotiability,
    expectedGain,
    answersKnown,
    answersContradict,
    band,
    verdict,
    before: position(plan0, L0, 0, 0, 0),
    packagesConsidered: packages.length,
    valueOfInformation,
    trial,
    nextQuestion,
    offers,
  };
  return { result, terms: menu.map(({ p }) => ({ payments: p.payments, leadTimeDays: p.L })) };
}
