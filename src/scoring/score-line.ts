import type { Fault } from '../vocabulary/fault.ts';
import { shortForm } from '../vocabulary/fault.ts';
import type { Policy } from '../policy/index.ts';
import type { ResolvedInput } from './input.ts';
import { parseScoringInput, policyFor } from './input.ts';
import type { ScoreResult } from './score-deal.ts';
import { scoreDeal } from './score-deal.ts';

/** What takes a bad line's place in the output (docs/model.md section 9): its id if it has one, its number from 1, and the first fault. */
export type LineError = { readonly id: string | null; readonly line: number; readonly error: Fault };

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}

function readLine(
  text: string,
  line: number,
): { ok: true; input: ResolvedInput; value: unknown } | { ok: false; error: LineError } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      ok: false,
      error: { id: null, line, error: { path: '', message: `expected a JSON object, got ${shortForm(text)}` } },
    };
  }
  const parsed = parseScoringInput(value);
  return parsed.ok
    ? { ok: true, input: parsed.input, value }
    : { ok: false, error: { id: idOf(value), line, error: parsed.error } };
}

/**
 * Scores one line of NDJSON (docs/model.md section 9).
 *
 * @param line - number of the line, counting from 1
 */
export function scoreLine(text: string, line: number): ScoreResult | LineError {
  const read = readLine(text, line);
  if (!read.ok) return read.error;
  const result = scoreDeal(read.input);
  // Amounts and days in their domains can still multiply beyond what a number holds; such a result says nothing.
  const isSaid = [
    result.negotiability,
    result.expectedGain,
    result.costOfCash,
    ...Object.values(result.valueOfInformation),
  ].every(Number.isFinite);
  return isSaid
    ? result
    : {
        id: read.input.id,
        line,
        error: { path: 'deal', message: 'expected figures whose products a number can hold, got larger ones' },
      };
}

/**
 * Reads one line of NDJSON for a plan, whose deals share one policy and one currency (docs/model.md section 11).
 *
 * @param policy - the plan's; a line with a policy of its own is at fault
 * @param currency - of the deals before, if any said one
 */
export function readDealLine(
  text: string,
  line: number,
  policy: Policy,
  currency: string | undefined,
): { ok: true; input: ResolvedInput } | { ok: false; error: LineError } {
  const read = readLine(text, line);
  if (!read.ok) return read;
  const { input, value } = read;
  const fault = (path: string, message: string) => ({
    ok: false as const,
    error: { id: input.id, line, error: { path, message } },
  });
  if (typeof value === 'object' && value !== null && 'policy' in value && value.policy !== undefined)
    return fault('policy', `expected no policy of its own, got ${shortForm(value.policy)}`);
  const own = input.deal.currency ?? undefined;
  if (currency !== undefined && own !== undefined && own !== currency)
    return fault('deal.currency', `expected ${currency} as the deals before, got ${shortForm(own)}`);
  return { ok: true, input: { ...input, policy: policyFor(input.deal, policy) } };
}
