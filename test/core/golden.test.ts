import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import { differences } from './close-to.ts';

/** Worked cases of docs/model.md, from an implementation of its own. */
const cases = readFileSync(new URL('golden.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { input: { id: string; deal: { amount: number } }; result: unknown });

describe('scoreDeal', () => {
  it.each(cases.map(({ input, result }) => [input.id, input, result] as const))(
    'reproduces the worked case %s',
    (_id, input, result) => {
      const parsed = parseScoringInput(input);
      expect(parsed).toMatchObject({ ok: true });
      if (parsed.ok) expect(differences(scoreDeal(parsed.input), result, input.deal.amount)).toEqual([]);
    },
  );
});
