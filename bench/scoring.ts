import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dealTrades, planBasis, planLiquidity } from '@deal-terms/core/plan';
import type { DealTrades } from '@deal-terms/core/plan';
import { defaultPolicy } from '@deal-terms/core/policy';
import { scoreDeal } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';
import { median, p95, timedOnProcessor, timedOnThread } from './measure.ts';
import type { Row } from './measure.ts';
import { mixedDeals } from './mixed-deals.ts';
import { distance, plainC } from './plain-c.ts';
import { transcribedScore } from './transcription.ts';

/** The transcription is slow: it is timed on part of the deals. */
const transcribedDeals = 50;
const deals = 5_000;
/** What waits for cash in the plans. */
const UNFUNDED_COST = 250_000;
function plain({ policy, ...input }: ResolvedInput) {
  return transcribedScore({ ...input, policy: policy });
}

function coreRows(): Row[] {
  const all = mixedDeals(deals);
  all.slice(0, 500).forEach(scoreDeal);
  const coreUs = (median(timedOnProcessor(5, () => all.forEach(scoreDeal))) / deals) * 1000;
  const what = `score ${deals} mixed deals, one core`;
  const figure = `${coreUs.toFixed(0)} µs a deal, ${(1_000_000 / coreUs).toFixed(0)} deals/s`;
  const some = all.slice(0, transcribedDeals);
  some.slice(0, 5).forEach(plain);
  const transcribedUs = (median(timedOnProcessor(3, () => some.forEach(plain))) / transcribedDeals) * 1000;
  const transcription: Row = {
    what,
    figure,
    baseline: `plain transcription ${transcribedUs.toFixed(0)} µs`,
    ratio: `${(transcribedUs / coreUs).toFixed(0)}×`,
    goal: '≥ 10×',
    met: transcribedUs >= 10 * coreUs,
  };
  const c = plainC(all);
  if (c === null)
    return [
      transcription,
      { what, figure, baseline: 'no C compiler here', ratio: '–', goal: '≥ 2× as fast as plain C', met: null },
    ];
  const furthest = Math.max(
    ...all.map((input, index) => distance(scoreDeal(input), input.deal.amount, c.numbers[index] ?? [])),
  );
  return [
    transcription,
    {
      what,
      figure,
      baseline: `plain C, -O3 ${c.microseconds.toFixed(0)} µs; results within ${furthest.toExponential(0)}`,
      ratio: `${(c.microseconds / coreUs).toFixed(1)}×`,
      goal: '≥ 2× as fast as plain C, within 1e-9',
      met: c.microseconds >= 2 * coreUs && furthest <= 1e-9,
    },
  ];
}

/** What a choice on the card costs before anything is drawn. */
function oneScoreRow(answers: number, goalMs: number, power = 0.5): Row {
  const inputs = mixedDeals(deals, answers).map((input) => ({
    ...input,
    policy: { ...input.policy, customerBargainingPower: power },
  }));
  inputs.slice(0, 500).forEach(scoreDeal);
  const taken = inputs.flatMap((input) =>
    timedOnProcessor(1, () => {
      scoreDeal(input);
    }),
  );
  return {
    what: `choice to new score, core only, ${deals} mixed deals with ${answers} answers one by one, bargaining power ${power}`,
    figure: `median ${median(taken).toFixed(2)} ms, p95 ${p95(taken).toFixed(2)} ms`,
    baseline: '–',
    ratio: '–',
    goal: `p95 ≤ ${goalMs} ms`,
    met: p95(taken) <= goalMs,
  };
}

function planRow(count: number, goalMs: number): Row {
  const inputs = mixedDeals(count);
  const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: UNFUNDED_COST } };
  const basis = planBasis(policy);
  let worked: DealTrades[] = [];
  const tradesMs =
    timedOnThread(1, () => {
      worked = inputs.map((input) => dealTrades(input, basis));
    })[0] ?? 0;
  const solveMs = median(timedOnThread(3, () => planLiquidity(worked, basis)));
  const total = tradesMs + solveMs;
  return {
    what: `liquidity plan over ${count} deals`,
    figure: `${total.toFixed(0)} ms, of it solving ${solveMs.toFixed(0)} ms`,
    baseline: 'working out the trades',
    ratio: `${(total / tradesMs).toFixed(2)}×`,
    goal: `≤ ${goalMs} ms`,
    met: total <= goalMs,
  };
}

/** Written by a process of its own when it ends: what it took of processor and memory. */
const tellsWhatItTook = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error(JSON.stringify(process.resourceUsage())));",
)}`;

/** The command that writes a plan, from reading the deals on. */
function planCommandRow(count: number, goalMs: number, goalMb: number): Row {
  const deals = mixedDeals(count).map(({ id, deal, customer }) => JSON.stringify({ id, deal, customer }));
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const policy = join(folder, 'policy.json');
  writeFileSync(policy, JSON.stringify({ backlog: { unfundedCost: UNFUNDED_COST } }));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', tellsWhatItTook, join('build', 'commands', 'plan.mjs'), '--policy', policy],
    { input: deals.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`the plan ended with ${status}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr) as NodeJS.ResourceUsage;
  const ms = (userCPUTime + systemCPUTime) / 1000;
  const mb = maxRSS / 1000;
  return {
    what: `npm run plan, ${count} deals, a process of its own`,
    figure: `${ms.toFixed(0)} ms, ${mb.toFixed(0)} MB at most`,
    baseline: '–',
    ratio: '–',
    goal: `≤ ${goalMs} ms, ≤ ${goalMb} MB`,
    met: ms <= goalMs && mb <= goalMb,
  };
}

export function scoringRows(): Row[] {
  return [
    ...coreRows(),
    oneScoreRow(0, 2),
    oneScoreRow(20, 5),
    oneScoreRow(20, 5, 0.4),
    planRow(500, 400),
    planRow(10_000, 5_000),
    planCommandRow(10_000, 5_000, 200),
  ];
}
