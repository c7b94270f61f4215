/** One line of the table: a fault, what the user sees of it, what is guaranteed. */
export type FaultRow = { readonly fault: string; readonly sees: string; readonly guaranteed: string };

/** Collects what a run showed and prints it (docs/reliability.md has the same rows). A row failed until it is said to have passed. */
export function faultTable(title: string) {
  const rows: { readonly row: FaultRow; hasPassed: boolean }[] = [];
  return {
    row: (row: FaultRow) => {
      const kept = { row, hasPassed: false };
      rows.push(kept);
      return { passed: () => { kept.hasPassed = true; } };
    },
    print: () => {
      const width = (of: (row: FaultRow) => string) => Math.max(0, ...rows.map(({ row }) => of(row).length));
      const [faultWidth, seesWidth] = [width(({ fault }) => fault), width(({ sees }) => sees)];
      const lines = rows.map(({ row: { fault, sees, guaranteed }, hasPassed }) => `${fault.padEnd(faultWidth)}  ${sees.padEnd(seesWidth)}  ${hasPassed ? 'pass' : 'FAIL'}  ${guaranteed}`);
      process.stdout.write(`\n${title}\n${lines.sort().join('\n')}\n`);
    },
  };
}
