import type { PlannedChange } from './plan.ts';

const headings = ['Change', 'What', 'Name', 'Detail'] as const;

/** Changes as an aligned table; each string is a line. */
export function planTable(changes: readonly PlannedChange[]): readonly string[] {
  const rows = changes.map(({ change, what, name, detail }) => [change, what, name, detail] as const);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
  return [
    line(headings),
    line(
      widths
        .slice(0, -1)
        .map((width) => '-'.repeat(width))
        .concat('-'.repeat('Detail'.length)),
    ),
    ...rows.map(line),
  ];
}
