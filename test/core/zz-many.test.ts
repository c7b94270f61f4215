import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import type { PlainPolicy } from '../../bench/transcription.ts';
import { transcribedScore } from '../../bench/transcription.ts';
import { differences } from './close-to.ts';
import { scoringInputs } from './scoring-input.arbitrary.ts';

it('agrees with a plain transcription of the model on any deal', () => {
  fc.assert(
    fc.property(scoringInputs, (raw) => {
      const parsed = parseScoringInput(raw);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const plain = { ...parsed.input, policy: parsed.input.policy as unknown as PlainPolicy };
      expect(differences(scoreDeal(parsed.input), transcribedScore(plain), raw.deal.amount)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
}, 3_000_000);
