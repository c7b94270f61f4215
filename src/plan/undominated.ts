import type { Choice } from './envelope.ts';
import { cashOf, gainOf } from './envelope.ts';

/**
 * Leaves out every choice that another one beats in gain and in cash.
 *
 * @returns in order of cash, most first, gain rising
 */
export function undominated<One extends Choice>(choices: readonly One[]): One[] {
  const sorted = [...choices].sort((one, other) => cashOf(other) - cashOf(one) || gainOf(other) - gainOf(one));
  let best = -Infinity;
  return sorted.filter((choice) => {
    if (gainOf(choice) <= best) return false;
    best = gainOf(choice);
    return true;
  });
}
