import { parseArgs } from 'node:util';

/**
 * Whether `--check` was typed, the only option there is.
 *
 * @param usage - printed with what is wrong
 * @returns null when something else was typed; that has been said
 */
export function onlyCheck(usage: string): boolean | null {
  try {
    return parseArgs({ args: process.argv.slice(2), options: { check: { type: 'boolean', default: false } } as const })
      .values.check;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n${usage}`);
    return null;
  }
}
