import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplePolicy } from '../../import/example-policy.ts';
import type { ImportReport } from '../../import/load-deals-file.ts';

type Rejected = ImportReport['rejected'][number];

/** Rows of one kind that are named one by one. */
const namedRows = 5;

/**
 * What came of an import, in lines: what was loaded, what was guessed, what is missing, and rows left out, grouped by what is wrong with them.
 * Where not every row is named here, a file lists them all.
 *
 * @param folder - of the account
 */
export function importSummary(
  { rows, deals, companies, rejected, leftOut, guesses, missing, related, openAmount, homeCurrency }: ImportReport,
  folder: string,
): string {
  const loaded = `Imported ${count(deals, 'deal', 'deals')} of ${count(companies, 'company', 'companies')} from ${count(rows, 'row', 'rows')}.`;
  const groups = groupedByKind(rejected);
  const valueGroups = groupedByKind(leftOut);
  const isShortened = [...groups, ...valueGroups].some((group) => group.length > namedRows);
  return [
    loaded,
    ...related.map(({ name, what }) => `Imported ${what} from ${name}.`),
    ...section('Guessed:', guesses),
    ...section('Missing:', missing),
    ...section('Policy:', policyInWords({ openAmount, homeCurrency })),
    ...section(`${count(rejected.length, 'row was', 'rows were')} left out:`, groups.map(groupInWords)),
    ...section(
      `${count(leftOut.length, 'value was', 'values were')} left out, as nobody could score with ${leftOut.length === 1 ? 'it' : 'them'}; the deals are loaded:`,
      valueGroups.map(groupInWords),
    ),
    ...related.flatMap(({ name, rejected: lost }) =>
      section(
        `${name}: ${count(lost.length, 'row was', 'rows were')} left out:`,
        groupedByKind(lost).map(groupInWords),
      ),
    ),
    ...(isShortened ? [`All of them: ${writeAll([...rejected, ...leftOut], folder)}`] : []),
  ].join('\n');
}

function policyInWords({
  openAmount,
  homeCurrency,
}: Pick<ImportReport, 'openAmount' | 'homeCurrency'>): readonly string[] {
  const { unfundedCost } = examplePolicy(openAmount).model.backlog;
  return unfundedCost === 0
    ? []
    : [
        `An example: orders worth ${unfundedCost.toLocaleString('en')} ${homeCurrency}, a quarter of the open pipeline, wait for cash. Say in the settings what holds for you; where nothing waits, little is worth trading before customers are asked.`,
      ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function groupedByKind(rejected: readonly Rejected[]): readonly (readonly Rejected[])[] {
  const groups = new Map<string, Rejected[]>();
  for (const row of rejected) groups.set(row.kind, [...(groups.get(row.kind) ?? []), row]);
  return [...groups.values()];
}

/** One row as it is; of several, what they share and the value of each. */
function groupInWords(group: readonly Rejected[]): string {
  const [only] = group;
  if (only === undefined) return '';
  if (group.length === 1) return sentence(only);
  const named = group
    .slice(0, namedRows)
    .map(({ line, value }) => `line ${line}${value === '' ? '' : ` “${shortened(value)}”`}`);
  const more = group.length - named.length;
  return `${only.kind} (${group.length.toLocaleString('en')} rows): ${named.join(', ')}${more === 0 ? '' : ` and ${more.toLocaleString('en')} more`}.`;
}

function sentence({ line, reason }: Rejected): string {
  return `Line ${line}: ${reason}.`;
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function writeAll(rejected: readonly Rejected[], folder: string): string {
  const file = join(folder, 'left-out.txt');
  writeFileSync(file, `${rejected.map(sentence).join('\n')}\n`);
  return file;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
