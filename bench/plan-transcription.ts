/** Section 11 of the model, written down as it is stated, on the transcription of one deal. */
import { plainDeal, transcribe } from './transcription.ts';
import type { PlainInput, PlainPolicy, PlainTranche } from './transcription.ts';

type Trade = {
  packageId: string;
  discount: number;
  openingDiscount: number;
  q: number;
  gain: number;
  w: number;
  priceOfCash: number | null;
};
type Line = { index: number; pi: number; trade: Trade | null };
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The plan of a pipeline over a horizon in days; the object of section 11 without its errors. */
export function transcribedPlan(deals: Omit<PlainInput, 'policy'>[], given: PlainPolicy, H: number) {
  const policy: PlainPolicy = { ...given, priceOfCash: null };
  const { unfundedCost: Q, cycleDays, contributionMargin, certainty } = policy.backlog;
  const rho = policy.borrowingRate;
  const g = (certainty * contributionMargin) / (1 - contributionMargin);
  const rhoDay = ((1 + rho) ** (cycleDays / 365) - 1) / cycleDays;
  const mu = Math.max(0, g / cycleDays - rhoDay);
  const C = Q * cycleDays;
  const priceAt = (lambda: number): number => (1 + (rhoDay + lambda) * cycleDays) ** (365 / cycleDays) - 1;
  const pi = deals.map(({ deal }) => deal.closingProbability ?? 1);

  const released = (input: PlainInput, payments: PlainTranche[], L: number, d: number): number => {
    const { A, L0, plan0, due } = plainDeal(input);
    const within = (plan: PlainTranche[], lead: number): number =>
      sum(plan.map((t) => t.share * Math.min(H, (input.deal.closesInDays ?? 0) + due(t, lead))));
    const w = A * (1 - d) * (within(plan0, L0) - within(payments, L));
    return Math.abs(w) <= 1e-9 * A ? 0 : w;
  };
  const agreedTrade = (input: PlainInput): Trade | null => {
    const { agreed } = input.deal;
    if (agreed == null) return null;
    const total = sum(agreed.payments.map((t) => t.share));
    const payments = agreed.payments.map((t) => ({ ...t, share: t.share / total }));
    const { a, b } = plainDeal(input).sellerGain(payments, agreed.leadTimeDays, agreed.forecast, rho);
    return {
      packageId: 'agreed',
      discount: agreed.discount,
      openingDiscount: agreed.discount,
      q: 1,
      gain: a - b * agreed.discount,
      w: released(input, payments, agreed.leadTimeDays, agreed.discount),
      priceOfCash: null,
    };
  };
  const tradeAt = (deal: Omit<PlainInput, 'policy'>, index: number, lambda: number): Trade | null => {
    const fixed = agreedTrade({ ...deal, policy });
    if (fixed !== null) return fixed;
    const priceOfCash = priceAt(lambda);
    const input = { ...deal, policy: { ...policy, priceOfCash } };
    const {
      result: { offers },
      terms,
    } = transcribe(input);
    const worth = (one: Trade): number => (pi[index] ?? 1) * one.q * (one.gain + lambda * one.w);
    return offers
      .map((offer, place): Trade => {
        const { payments = [], leadTimeDays = 0 } = terms[place] ?? {};
        return {
          packageId: offer.packageId,
          discount: offer.discount,
          openingDiscount: offer.openingDiscount,
          q: offer.acceptance,
          gain: offer.sellerGainAtBankRate,
          w: released(input, payments, leadTimeDays, offer.discount),
          priceOfCash,
        };
      })
      .filter((one) => one.w >= 0 && one.gain + lambda * one.w >= 0 && (pi[index] ?? 1) * one.q > 0)
      .reduce<Trade | null>((top, one) => (top === null || worth(one) > worth(top) ? one : top), null);
  };

  const massOf = (lines: Line[]): number[] => {
    let mass = new Array<number>(1001).fill(0);
    mass[0] = 1;
    for (const { pi: chance, trade } of lines) {
      if (trade === null || trade.w <= 0 || C === 0) continue;
      const yes = chance * trade.q,
        h = (trade.w * 1000) / C,
        k = Math.floor(h),
        f = h - k;
      const next = new Array<number>(1001).fill(0);
      mass.forEach((m, j) => {
        const add = (cell: number, more: number): void => {
          const place = Math.min(1000, cell);
          next[place] = (next[place] ?? 0) + more;
        };
        add(j, m * (1 - yes));
        add(j + k, m * yes * (1 - f));
        add(j + k + 1, m * yes * f);
      });
      mass = next;
    }
    return mass;
  };
  const fundedOf = (mass: number[]): number => (C === 0 ? 0 : sum(mass.map((m, j) => (m * j) / 1000)));
  const gains = (lines: Line[]): number =>
    sum(lines.map(({ pi: chance, trade }) => (trade === null ? 0 : chance * trade.q * trade.gain)));
  const estimate = (lines: Line[]): number => {
    const traded = lines.flatMap(({ pi: chance, trade }) =>
      trade === null ? [] : [{ yes: chance * trade.q, w: trade.w }],
    );
    const m = Math.max(0, sum(traded.map(({ yes, w }) => yes * w)));
    const v = sum(traded.map(({ yes, w }) => yes * (1 - yes) * w ** 2));
    if (v <= 0) return gains(lines) + mu * Math.min(C, m);
    const beta = Math.sqrt(3 * v) / Math.PI;
    const x = (C - m) / beta;
    return gains(lines) + mu * (C - beta * (x > 700 ? x : Math.log(1 + Math.exp(x))));
  };
  const worthOf = ({ pi: chance, trade }: Line, lambda: number): number =>
    trade === null ? -Infinity : chance * trade.q * (trade.gain + lambda * trade.w);

  const atBank = deals.map((deal, index) => tradeAt(deal, index, 0));
  const candidate = (lambda: number) => {
    const lines = deals.map((deal, index): Line => ({
      index,
      pi: pi[index] ?? 1,
      trade: lambda === 0 ? (atBank[index] ?? null) : tradeAt(deal, index, lambda),
    }));
    if (lambda > 0) {
      const order = lines
        .filter(({ trade }) => trade !== null && trade.packageId !== 'agreed')
        .sort((one, other) => worthOf(one, lambda) - worthOf(other, lambda));
      for (const line of order) {
        const bank = atBank[line.index] ?? null;
        for (const other of bank === null ? [null] : [{ ...bank, priceOfCash: rho }, null]) {
          const before = estimate(lines),
            kept = line.trade;
          line.trade = other;
          if (!(estimate(lines) > before + 1e-9 * Math.max(1, Math.abs(before)))) line.trade = kept;
        }
      }
    }
    const mass = massOf(lines),
      funded = fundedOf(mass);
    return { lambda, lines, mass, funded, objective: gains(lines) + mu * C * funded };
  };
  const lambdas = mu === 0 || C === 0 ? [0] : Array.from({ length: 41 }, (_, i) => (mu * i) / 40);
  const chosen = lambdas.map(candidate).reduce((top, one) => (one.objective > top.objective ? one : top));
  const cellAt = (reach: number): number => {
    let total = 0;
    const cell = chosen.mass.findIndex((m) => (total += m) >= reach - 1e-12);
    return cell / 1000;
  };
  const { lambda, lines, funded, objective } = chosen;
  return {
    objective,
    priceOfCash: priceAt(lambda),
    backlogFunded: funded,
    backlogFundedLow: cellAt(0.1),
    backlogFundedHigh: cellAt(0.9),
    expectedExtraMargin: funded * Q * g,
    deals: [...lines]
      .sort((one, other) => {
        if (one.trade === null || other.trade === null)
          return Number(one.trade === null) - Number(other.trade === null);
        return worthOf(other, lambda) - worthOf(one, lambda);
      })
      .map(({ index, pi: closingProbability, trade }) => ({
        id: deals[index]?.id ?? '',
        packageId: trade?.packageId ?? null,
        discount: trade?.discount ?? 0,
        openingDiscount: trade?.openingDiscount ?? 0,
        acceptance: trade?.q ?? 0,
        closingProbability,
        priceOfCash: trade?.priceOfCash ?? null,
        sellerGain: trade?.gain ?? 0,
        cashDays: trade?.w ?? 0,
      })),
  };
}
