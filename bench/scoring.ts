import { planLiquidity, planOptions } from '@deal-terms/core/plan';
import { defaultPolicy } from '@deal-terms/core/policy';
import { scoreDeal } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';
import { median, p95, timed } from './measure.ts';
import type { Row } from './measure.ts';
import { mixedDeals } from './mixed-deals.ts';
import { transcribedScore } from './transcription.ts';

/** The transcription is slow: it is timed on part of the deals. */
const transcribedDeals = 50;
const deals = 5_000;
/** Time of a plain C transcription on such machines, for orientation. */
const plainCMicroseconds = 200;

function plain({ policy, ...input }: ResolvedInput) {
  return transcribedScore({ ...input, policy: policy });
}

function scoringRow(): Row {
  const all = mixedDeals(deals);
  all.slice(0, 500).forEach(scoreDeal);
  const core = median(timed(3, () => all.forEach(scoreDeal))) / deals;
  const some = all.slice(0, transcribedDeals);
  some.slice(0, 5).forEach(plain);
  const transcribed = median(timed(3, () => some.forEach(plain))) / transcribedDeals;
  const ratio = transcribed / core;
  return {
    what: `score ${deals} mixed deals, one core`, figure: `${(core * 1000).toFixed(0)} µs a deal, ${(1000 / core).toFixed(0)} deals/s`, baseline: `plain transcription ${(transcribed * 1000).toFixed(0)} µs`,
    ratio: `${ratio.toFixed(0)}×`, goal: `≥ 10× and under ${plainCMicroseconds} µs`, met: ratio >= 10 && core * 1000 < plainCMicroseconds,
  };
}

/** What a choice on the card costs before anything is drawn. */
function oneScoreRow(): Row {
  const inputs = mixedDeals(deals);
  inputs.slice(0, 500).forEach(scoreDeal);
  const taken = inputs.flatMap((input) => timed(1, () => { scoreDeal(input); }));
  return { what: `choice to new score, core only, ${deals} mixed deals one by one`, figure: `median ${median(taken).toFixed(2)} ms, p95 ${p95(taken).toFixed(2)} ms`, baseline: '–', ratio: '–', goal: 'p95 ≤ 1 ms', met: p95(taken) <= 1 };
}

function planRow(count: number, goalMs: number): Row {
  const inputs = mixedDeals(count);
  const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
  const optionsMs = timed(1, () => inputs.forEach(planOptions))[0] ?? 0;
  const planDeals = inputs.map((input) => ({ id: input.id, options: planOptions(input) }));
  const solveMs = median(timed(3, () => planLiquidity(planDeals, policy)));
  const total = optionsMs + solveMs;
  return { what: `liquidity plan over ${count} deals`, figure: `${total.toFixed(0)} ms, of it solving ${solveMs.toFixed(0)} ms`, baseline: 'working the options', ratio: `${(total / optionsMs).toFixed(2)}×`, goal: `≤ ${goalMs} ms`, met: total <= goalMs };
}

export function scoringRows(): Row[] {
  return [scoringRow(), oneScoreRow(), planRow(500, 300), planRow(10_000, 5_000)];
}
