import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../import/load-deals-file.ts';

const shownRows = 50;

/**
 * What came of an import, in lines; all rows left out are listed, the first fifty of many here and every one of them in a file.
 *
 * @param folder - of the account
 */
export function importSummary({ deals, companies, rejected, notes }: ImportReport, folder: string): string {
  const lines = rejected.map(({ line, reason }) => `Line ${line}: ${reason}.`);
  const loaded = `Imported ${count(deals, 'deal', 'deals')} of ${count(companies, 'company', 'companies')}.`;
  if (lines.length === 0) return [loaded, ...notes].join('\n');
  const listed =
    lines.length <= shownRows
      ? lines
      : [
          ...lines.slice(0, shownRows),
          `… and ${(lines.length - shownRows).toLocaleString('en')} more: ${writeAll(lines, folder)}`,
        ];
  return [
    loaded,
    ...notes,
    `${count(lines.length, 'row was', 'rows were')} left out:`,
    ...listed.map((line) => `  ${line}`),
  ].join('\n');
}

function writeAll(lines: readonly string[], folder: string): string {
  const file = join(folder, 'rows-left-out.txt');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
