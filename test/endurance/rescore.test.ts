import { describe, it } from 'vitest';
import { rescoreKilled } from '../faults/killed-rescore.ts';

describe('npm run rescore over 20,000 deals', () => {
  it('ends as if undisturbed when calls fail and it is killed', () => rescoreKilled(20_000));
});
