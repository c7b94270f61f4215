import { describe, expect, it } from 'vitest';
import { unscoredLine } from '../../commands/rescore/unscored-text.ts';

describe('unscoredLine', () => {
  it('names deals, and of very many only the first fifty', () => {
    expect(unscoredLine('it has no amount', ['Alpha (1)', 'Beta (2)'])).toBe(
      'Not scored, it has no amount: Alpha (1), Beta (2)',
    );
    const many = Array.from({ length: 2089 }, (_, place) => `Deal (${place + 1})`);
    const line = unscoredLine('it has no amount', many);
    expect(line).toMatch(/^Not scored, it has no amount: Deal \(1\), .*, Deal \(50\) and 2,039 more$/);
    expect(line).not.toContain('Deal (51)');
  });
});
