/**
 * The model written down as directly as it is stated, section by section, with no thought of speed: the yardstick the
 * scoring core is measured and checked against. It shares no code with the core; policies and inputs are taken as valid and whole.
 */
type Tranche = { share: number; anchor: 'order' | 'delivery'; days: number };
type Triple = [number, number, number];
type Table<T> = Record<string, T>;
export type PlainPolicy = {
  borrowingRate: number;
  priceOfCash: number | null;
  backlog: { unfundedCost: number; contributionMargin: number; cycleDays: number; certainty: number };
  supplierPaymentDay: number;
  expedite: { fixedCost: number; costPerDay: number; minLeadTimeDays: number; daysSaved: number[] };
  forecast: { costSaving: number; customerEffort: number };
  discount: { max: number; maxPremium: number; step: number; marginFloor: number };
  materialGain: { seller: number; customer: number };
  responseNoise: number;
  customerBargainingPower: number;
  minAcceptance: number;
  allowLongerTerms: boolean;
  urgencyHorizonDays: number;
  paymentOptions: { id: string; payments: Tranche[] }[];
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
export type PlainInput = {
  id: string;
  deal: {
    amount: number;
    currency?: string | null | undefined;
    grossMargin: number;
    leadTimeDays: number;
    payments: Tranche[];
  };
  customer?:
    | undefined
    | ({
        cashPosition?: string | null | undefined;
        termsImportance?: string | null | undefined;
        urgency?: string | null | undefined;
        relationship?: string | null | undefined;
        forecast?: string | null | undefined;
      } & {
        neededInDays?: number | null | undefined;
        constraints?: string[] | null | undefined;
        daysBeyondTerms?: number | null | undefined;
      });
  policy: PlainPolicy;
};
type Field = 'cashPosition' | 'termsImportance' | 'urgency';
type Value = { value: number; weight: number };
type Node = { r: number; w: number; v: number; weight: number; at: Record<Field, number> };
type Package = {
  id: string;
  option: string;
  payments: Tranche[];
  daysSaved: number;
  forecast: boolean;
  a: number;
  b: number;
  moved: number;
  gain: (d: number, n: { r: number; w: number; v: number }) => number;
  cap: number;
  L: number;
  E: number;
  F: number;
};

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

/** Sections 1 to 9 for one deal with a whole policy; the result object of section 9. */
export function transcribedScore({ id, deal, customer = {}, policy }: PlainInput) {
  const A = deal.amount,
    L0 = deal.leadTimeDays,
    plan0 = deal.payments,
    late0 = customer.daysBeyondTerms ?? 0,
    s = policy.supplierPaymentDay;
  const K = A * (1 - deal.grossMargin);

  // 1. payment plans
  const due = (t: Tranche, L: number): number => {
    const day = Math.max(0, (t.anchor === 'delivery' ? L : 0) + t.days);
    return day > L ? day + late0 * Math.min(1, (day - L) / 30) : day;
  };
  const T = (plan: Tranche[], L: number): number => sum(plan.map((t) => t.share * due(t, L)));
  const prepaid = (plan: Tranche[], L: number): number => sum(plan.filter((t) => due(t, L) < L).map((t) => t.share));

  // 4. cost of cash
  const { backlog, borrowingRate } = policy;
  const g = (backlog.certainty * backlog.contributionMargin) / (1 - backlog.contributionMargin);
  const shadow = (1 + g) ** (365 / backlog.cycleDays) - 1;
  const u = Math.min(1, backlog.unfundedCost / A);
  const rS = policy.priceOfCash ?? u * Math.max(borrowingRate, shadow) + (1 - u) * borrowingRate;

  // 5. packages
  const hazard = must(policy.beliefs.defaultHazard[customer.cashPosition ?? 'unknown']);
  const friction = must(policy.beliefs.termsFriction[customer.termsImportance ?? 'unknown']);
  const risk = must(policy.beliefs.prepaymentRisk[customer.relationship ?? 'unknown']);
  const PS = (plan: Tranche[], L: number): number =>
    sum(plan.map((t) => t.share * D(rS, due(t, L)) * D(hazard, Math.max(0, due(t, L) - L))));
  const PC = (r: number, plan: Tranche[], L: number): number => sum(plan.map((t) => t.share * D(r, due(t, L))));
  const N = customer.neededInDays ?? L0 - policy.urgencyHorizonDays;
  const lateBy = (L: number): number => Math.max(0, L - N);
  const limits = customer.constraints ?? [];

  const packages: Package[] = [];
  for (const option of [{ id: 'as_today', payments: plan0 }, ...policy.paymentOptions]) {
    for (const x of [0, ...policy.expedite.daysSaved.filter((days) => L0 - days >= policy.expedite.minLeadTimeDays)]) {
      for (const forecast of customer.forecast === 'willing' ? [false, true] : [false]) {
        const L = L0 - x,
          plan1 = option.payments,
          moved = T(plan1, L0) - T(plan0, L0);
        if (option.id === 'as_today' && x === 0 && !forecast) continue;
        if (option.id !== 'as_today' && Math.abs(moved) < 1e-9) continue;
        if (moved > 0 && !policy.allowLongerTerms) continue;
        if (moved < -1e-9 && limits.includes('no_shorter_terms')) continue;
        if (limits.includes('no_prepayment') && prepaid(plan1, L) > prepaid(plan0, L0) + 1e-9) continue;
        const E = x > 0 ? policy.expedite.fixedCost + policy.expedite.costPerDay * A * x : 0;
        const F = forecast ? policy.forecast.costSaving * K : 0;
        const b = A * PS(plan1, L);
        const a = b - A * PS(plan0, L0) + (F - E) * D(rS, s);
        const shorter = moved < -1e-9;
        const fixed =
          (forecast ? policy.forecast.customerEffort * A : 0) +
          (shorter ? friction * A : 0) +
          risk * A * Math.max(0, prepaid(plan1, L) - prepaid(plan0, L0));
        const gain: Package['gain'] = (d, { r, w, v }) => {
          const e = A * PC(r, plan1, L);
          const tau = e - A * PC(r, plan0, L0);
          return -(tau > 0 && shorter ? w * tau : tau) + v * A * (lateBy(L0) - lateBy(L)) - fixed + e * d;
        };
        const cap = Math.min(policy.discount.max, 1 - (K - F + E) / (A * (1 - policy.discount.marginFloor)));
        packages.push({
          id: `${option.id}/${x}/${forecast ? 'forecast' : 'none'}`,
          option: option.id,
          payments: plan1,
          daysSaved: x,
          forecast,
          a,
          b,
          moved,
          gain,
          cap,
          L,
          E,
          F,
        });
      }
    }
  }

  // 6. uncertainty
  const values = (field: Field): Value[] => {
    const band = customer[field];
    const triples = policy.beliefs[field];
    if (band != null)
      return [0.1, 0.3, 0.5, 0.7, 0.9].map((p) => ({ value: quantile(must(triples[band]), p), weight: 1 / 5 }));
    const priors = bands[field].map((name) =>
      field === 'urgency' && name === 'none' && customer.neededInDays != null && customer.neededInDays < L0
        ? 0
        : must(policy.priors[field][name]),
    );
    return bands[field].map((name, i) => ({
      value: quantile(must(triples[name]), 0.5),
      weight: must(priors[i]) / sum(priors),
    }));
  };
  const centre = (field: Field): number => {
    const band = customer[field];
    if (band != null) return must(policy.beliefs[field][band])[1];
    return sum(values(field).map((one) => one.weight * one.value));
  };
  const nodes: Node[] = [];
  const all = {
    cashPosition: values('cashPosition'),
    termsImportance: values('termsImportance'),
    urgency: values('urgency'),
  };
  all.cashPosition.forEach((r, i) =>
    all.termsImportance.forEach((w, j) =>
      all.urgency.forEach((v, k) => {
        nodes.push({
          r: r.value,
          w: w.value,
          v: v.value,
          weight: r.weight * w.weight * v.weight,
          at: { cashPosition: i, termsImportance: j, urgency: k },
        });
      }),
    ),
  );
  const centreNode = { r: centre('cashPosition'), w: centre('termsImportance'), v: centre('urgency') };

  // 7. offers
  const { step, maxPremium } = policy.discount;
  const beta = policy.customerBargainingPower,
    noise = policy.responseNoise;
  const agree = (gain: number): number =>
    noise === 0
      ? gain >= policy.materialGain.customer * A - 1e-9 * A
        ? 1
        : 0
      : 1 / (1 + Math.exp(-(gain - policy.materialGain.customer * A) / (noise * A)));
  const grid = (p: Package): number[] => {
    const ds: number[] = [];
    for (let i = Math.ceil(-maxPremium / step - 1e-9); i <= Math.floor(p.cap / step + 1e-9); i += 1) ds.push(i * step);
    return ds;
  };
  const sellerGain = (p: Package, d: number): number => p.a - p.b * d;
  const material = (p: Package): number[] =>
    grid(p).filter((d) => sellerGain(p, d) >= policy.materialGain.seller * A - 1e-9 * A);
  const acceptance = (p: Package, d: number): number => sum(nodes.map((n) => n.weight * agree(p.gain(d, n))));
  const nash = (p: Package, d: number): number =>
    sum(
      nodes.map(
        (n) =>
          n.weight *
          agree(p.gain(d, n)) *
          Math.max(0, sellerGain(p, d)) ** (1 - beta) *
          Math.max(0, p.gain(d, n)) ** beta,
      ),
    );
  const best = (ds: number[], worth: (d: number) => number): { d: number; worth: number } | null => {
    let found: { d: number; worth: number } | null = null;
    for (const d of ds) {
      const here = worth(d);
      if (found === null || here > found.worth + 1e-9 * A) found = { d, worth: here };
    }
    return found;
  };
  const considered = packages.map((p) => {
    const ds = material(p);
    const fair = best(
      ds.filter((d) => acceptance(p, d) >= policy.minAcceptance - 1e-9 && p.gain(d, centreNode) >= -1e-9 * A),
      (d) => nash(p, d),
    );
    const opening = best(ds, (d) => acceptance(p, d) * sellerGain(p, d));
    const last = ds.at(-1);
    return { p, ds, fair, opening, agreement: last === undefined ? 0 : acceptance(p, last) };
  });
  const offered = considered.flatMap((c) => (c.fair && c.opening ? [{ ...c, fair: c.fair, opening: c.opening }] : []));
  const menu: typeof offered = [];
  while (menu.length < 3) {
    // Equal Nash values differ by rounding; of equal ones the first package is taken.
    const open = offered.filter((c) => !menu.some((m) => m.p.option === c.p.option));
    const first = open.reduce<(typeof offered)[number] | null>(
      (top, c) => (top === null || c.fair.worth > top.fair.worth + 1e-12 * A ? c : top),
      null,
    );
    if (first === null) break;
    menu.push(first);
  }

  const negotiability = 100 * Math.max(0, ...considered.map((c) => c.agreement));
  const answersKnown = fields.filter((field) => customer[field] != null).length;
  const band = negotiability >= 70 && answersKnown >= 2 ? 'high' : negotiability >= 40 ? 'medium' : 'low';
  const bestOf = (some: Node[]): number => {
    const weight = sum(some.map((n) => n.weight));
    if (weight === 0) return 0;
    return Math.max(
      0,
      ...considered.flatMap(({ p, ds }) =>
        ds.map((d) => sum(some.map((n) => n.weight * agree(p.gain(d, n)) * sellerGain(p, d))) / weight),
      ),
    );
  };
  const expectedGain = bestOf(nodes);
  const valueOf = (field: Field): number =>
    sum(all[field].map((value, k) => value.weight * bestOf(nodes.filter((n) => n.at[field] === k)))) - expectedGain;
  const valueOfInformation = {
    cashPosition: valueOf('cashPosition'),
    termsImportance: valueOf('termsImportance'),
    urgency: valueOf('urgency'),
  };
  let nextQuestion: Field | null = null;
  for (const field of fields) {
    if (customer[field] != null) continue;
    if (valueOfInformation[field] > (nextQuestion === null ? 0 : valueOfInformation[nextQuestion]) + 1e-9 * A)
      nextQuestion = field;
  }
  const verdict =
    negotiability >= 70 && answersKnown >= 2 && menu.length > 0
      ? 'trade'
      : negotiability >= 30 || nextQuestion
        ? 'explore'
        : 'hold';

  // 8. positions
  const position = (plan: Tranche[], L: number, d: number, E: number, F: number) => {
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
  const offers = menu.map(({ p, fair, opening, agreement }) => {
    const d = fair.d,
      earlier = T(plan0, L0) - T(p.payments, p.L);
    const e = A * PC(centreNode.r, p.payments, p.L);
    return {
      packageId: p.id,
      discount: d,
      openingDiscount: opening.d,
      openingAcceptance: acceptance(p, opening.d),
      customerLimit: (policy.materialGain.customer * A - p.gain(0, centreNode)) / e,
      sellerLimit: (p.a - policy.materialGain.seller * A) / p.b,
      acceptance: acceptance(p, d),
      agreementProbability: agreement,
      sellerGain: sellerGain(p, d),
      customerGain: p.gain(d, centreNode),
      nashValue: fair.worth,
      impliedAnnualRate:
        p.daysSaved === 0 && !p.forecast && d > 1e-12 && earlier > 1e-9 ? (1 - d) ** (-365 / earlier) - 1 : null,
      after: position(p.payments, p.L, d, p.E, p.F),
    };
  });
  return {
    id,
    costOfCash: rS,
    negotiability,
    expectedGain,
    answersKnown,
    band,
    verdict,
    before: position(plan0, L0, 0, 0, 0),
    packagesConsidered: packages.length,
    valueOfInformation,
    nextQuestion,
    offers,
  };
}
