import { parseArgs } from 'node:util';

/** What `npm run rescore -- …` was asked to do. */
export type RescoreOptions = {
  /** Also deals whose score still answers for its inputs. */
  readonly all: boolean;
  readonly dryRun: boolean;
  /** These deals instead of every open one; empty for every open one. */
  readonly ids: readonly string[];
};

export const usage = 'Usage: npm run rescore -- [--all] [--dry-run] [deal id …]';

/**
 * @throws {TypeError} naming the argument that cannot be meant
 */
export function readRescoreOptions(args: readonly string[]): RescoreOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
  });
  const wrong = positionals.find((id) => !/^\d{1,19}$/.test(id));
  if (wrong !== undefined) throw new TypeError(`expected deal ids of digits, got ${wrong}`);
  return { all: values.all, dryRun: values['dry-run'], ids: [...new Set(positionals)] };
}
