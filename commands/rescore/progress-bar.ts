const width = 24;

/**
 * How far a run is, as one line for a terminal.
 *
 * @param done - deals so far
 * @param total - deals in all
 */
export function progressBar(done: number, total: number, changed: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * width);
  const count = (number: number) => number.toLocaleString('en');
  return `[${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %  ${count(done)} of ${count(total)} deals, ${count(changed)} changed`;
}
