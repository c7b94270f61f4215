import { parseArgs } from 'node:util';

export type StartArguments = {
  readonly port: number;
  readonly reset: boolean;
  readonly isEmpty: boolean;
  readonly generatedDeals: number;
};

export const usage = 'Usage: npm start -- [--port 4400] [--reset] [--deals N | --empty]';

const defaultPort = '4400';
const mostDeals = 100_000;

/** Something typed that cannot be meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * What was typed after `npm start --`.
 *
 * @throws {UsageError} naming the option and what it needs
 */
export function readStartOptions(args: readonly string[]): StartArguments {
  const { port, reset, empty, deals } = parse(args);
  const options = { port: wholeNumber('--port', port, 65_535), reset, isEmpty: empty, generatedDeals: wholeNumber('--deals', deals, mostDeals) };
  if (options.isEmpty && options.generatedDeals > 0) throw new UsageError('--empty and --deals exclude each other: an empty account has no customers to sell to.');
  return options;
}

function parse(args: readonly string[]) {
  try {
    const options = {
      port: { type: 'string', default: defaultPort },
      reset: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      deals: { type: 'string', default: '0' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}\n${usage}`);
    throw error;
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw new UsageError(`${option} needs a whole number up to ${most.toLocaleString('en')}, got ${text}.`);
  return value;
}
