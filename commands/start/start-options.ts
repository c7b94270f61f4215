import { parseArgs } from 'node:util';
import type { ChosenNotation } from '../../import/file-notation.ts';

export type StartArguments = {
  readonly port: number;
  readonly reset: boolean;
  readonly isEmpty: boolean;
  readonly generatedDeals: number;
  /** Path of a deals export; null when none is to be imported. */
  readonly importFile: string | null;
  /** How the file writes numbers and dates, as far as that was said. */
  readonly notation: ChosenNotation;
  /** Paths of files beside it. */
  readonly lineItemsFile: string | null;
  readonly invoicesFile: string | null;
  /** Folder of another HubSpot project to show instead of this app; null shows this app. */
  readonly project: string | null;
};

export const usage =
  'Usage: npm start -- [--port 4400] [--reset] [--deals N | --empty | --import deals.csv [--import-line-items lines.csv] [--import-invoices invoices.csv] [--decimal comma|point] [--dates day-first|month-first] | --project folder]';

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
  const {
    port,
    reset,
    empty,
    deals,
    import: importFile = null,
    decimal,
    dates,
    project = null,
    ...beside
  } = parse(args);
  const { 'import-line-items': lineItemsFile = null, 'import-invoices': invoicesFile = null } = beside;
  const options = {
    port: wholeNumber('--port', port, 65_535),
    reset,
    isEmpty: empty,
    generatedDeals: wholeNumber('--deals', deals, mostDeals),
    importFile,
    lineItemsFile,
    invoicesFile,
    notation: {
      ...chosen('--decimal', decimal, { comma: { mark: ',' }, point: { mark: '.' } }),
      ...chosen('--dates', dates, {
        'day-first': { dayOrder: 'day first' },
        'month-first': { dayOrder: 'month first' },
      }),
    },
    project,
  };
  if (options.isEmpty && options.generatedDeals > 0)
    throw new UsageError('--empty and --deals exclude each other: an empty account has no customers to sell to.');
  if (importFile !== null && (options.isEmpty || options.generatedDeals > 0))
    throw new UsageError('--import fills an account of its own: --deals and --empty are for another one.');
  if (importFile === null && (lineItemsFile !== null || invoicesFile !== null))
    throw new UsageError('--import-line-items and --import-invoices belong to deals: name their file with --import.');
  if (importFile === null && (decimal !== undefined || dates !== undefined))
    throw new UsageError('--decimal and --dates say how a file is written: name it with --import.');
  if (project !== null && (options.isEmpty || options.generatedDeals > 0 || importFile !== null))
    throw new UsageError(
      '--project has an account of its own, empty at first: --deals, --empty and --import are for this app.',
    );
  return options;
}

/**
 * Whoever names a real account and asks for data to be put in or thrown away means something that never happens here.
 *
 * @param origin - `HUBSPOT_API_ORIGIN`, if set
 * @throws {UsageError} for any but this machine's own
 */
export function refuseOtherOrigins(origin: string | undefined): void {
  if (origin === undefined || origin === '') return;
  const hostname = URL.canParse(origin) ? new URL(origin).hostname : origin;
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new UsageError(
      `The workbench fills accounts on this machine only, and HUBSPOT_API_ORIGIN names ${origin}. Unset it first.`,
    );
}

function parse(args: readonly string[]) {
  try {
    const options = {
      port: { type: 'string', default: defaultPort },
      reset: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      deals: { type: 'string', default: '0' },
      import: { type: 'string' },
      decimal: { type: 'string' },
      dates: { type: 'string' },
      project: { type: 'string' },
      'import-line-items': { type: 'string' },
      'import-invoices': { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}\n${usage}`);
    throw error;
  }
}

function chosen(
  option: string,
  text: string | undefined,
  choices: Readonly<Record<string, ChosenNotation>>,
): ChosenNotation {
  if (text === undefined) return {};
  const choice = choices[text];
  if (choice === undefined || !Object.hasOwn(choices, text))
    throw new UsageError(`${option} needs ${Object.keys(choices).join(' or ')}, got ${text}.`);
  return choice;
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw new UsageError(`${option} needs a whole number up to ${most.toLocaleString('en')}, got ${text}.`);
  return value;
}
