/** One line of the table: a fault, what the user sees of it, told when it is printed, what is guaranteed. */
export type FaultRow = { readonly fault: string; readonly sees: string | (() => string); readonly guaranteed: string };

/** Collects what a run showed and prints it (docs/reliability.md has the same rows). A row failed until it is said to have passed. */
export function faultTable(title: string) {
  const rows: { readonly row: FaultRow; hasPassed: boolean }[] = [];
  return {
    row: (row: FaultRow) => {
      const kept = { row, hasPassed: false };
      rows.push(kept);
      return {
        passed: () => {
          kept.hasPassed = true;
        },
      };
    },
    print: () => {
      const seen = ({ sees }: FaultRow) => (typeof sees === 'string' ? sees : sees());
      const width = (of: (row: FaultRow) => string) => Math.max(0, ...rows.map(({ row }) => of(row).length));
      const [faultWidth, seesWidth] = [width(({ fault }) => fault), width(seen)];
      const lines = rows.map(
        ({ row, hasPassed }) =>
          `${row.fault.padEnd(faultWidth)}  ${seen(row).padEnd(seesWidth)}  ${hasPassed ? 'pass' : 'FAIL'}  ${row.guaranteed}`,
      );
      process.stdout.write(`\n${title}\n${lines.sort().join('\n')}\n`);
    },
  };
}
