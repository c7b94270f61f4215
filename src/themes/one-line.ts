/**
 * A text somebody typed, fit to stand on one line of a task or a card: what breaks lines, hides or turns text around becomes a space.
 *
 * @param text - as typed
 * @example oneLine(' Safety stock\n for March ') // => 'Safety stock for March'
 */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}
