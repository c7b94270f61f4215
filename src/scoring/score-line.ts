import type { Fault } from './fault.ts';
import { shortForm } from './fault.ts';
import { parseScoringInput } from './input.ts';
import type { ScoreResult } from './score-deal.ts';
import { scoreDeal } from './score-deal.ts';

/** What takes a bad line's place in the output (model section 9): its id if it has one, its number from 1, and the first fault. */
export type LineError = { readonly id: string | null; readonly line: number; readonly error: Fault };

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}

/**
 * Scores one line of NDJSON (model section 9).
 *
 * @param line - number of the line, counting from 1
 */
export function scoreLine(text: string, line: number): ScoreResult | LineError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { id: null, line, error: { path: '', message: `expected a JSON object, got ${shortForm(text)}` } };
  }
  const parsed = parseScoringInput(value);
  return parsed.ok ? scoreDeal(parsed.input) : { id: idOf(value), line, error: parsed.error };
}
