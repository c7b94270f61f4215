/** Record ids grow with time and outgrow 2^53: longer is newer, then by digits. */
export function newest(ids: readonly string[], count: number): string[] {
  return [...ids].sort((a, b) => b.length - a.length || (a < b ? 1 : -1)).slice(0, count);
}
