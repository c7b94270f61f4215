/** What a score rests on beside the deal's own input. */
export type ScoreVersions = {
  readonly policyVersion: number;
  readonly modelVersion: number;
  /** Home money = deal money × rate. */
  readonly exchangeRate: number;
};

/**
 * Fingerprint of everything a score rests on: equal inputs give equal fingerprints whatever the order of their keys.
 * FNV-1a, 64 bits, over canonical JSON (keys sorted, absent keys left out, ASCII only). It tells stale from fresh; it is no protection against intent.
 *
 * @param input - what `scoreDeal` is given; its `id` is no part of the fingerprint
 * @param versions - versions and rate the result is written with
 * @returns 16 lower-case hexadecimal digits
 * @source Fowler, Noll, Vo: FNV hash, 64-bit FNV-1a (draft-eastlake-fnv)
 */
export function scoreFingerprint(input: object, versions: ScoreVersions): string {
  return fnv1a64(canonicalJson({ ...input, id: undefined, versions }));
}

/**
 * FNV-1a of 64 bits over the text's UTF-8 bytes; the text must be ASCII.
 *
 * @param ascii - text of code points below 128
 * @returns 16 lower-case hexadecimal digits
 * @example fnv1a64('foobar') // => '85944171f73967e8'
 */
export function fnv1a64(ascii: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < ascii.length; index += 1) {
    low = (low ^ ascii.charCodeAt(index)) >>> 0;
    // Times the prime 2^40 + 0x1b3, in two halves of 32 bits: every product stays below 2^53.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + (low % 0x100_0000) * 0x100) % 0x1_0000_0000;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return escapeNonAscii(JSON.stringify(value));
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${escapeNonAscii(JSON.stringify(key))}:${canonicalJson(member)}`).join(',')}}`;
}

function escapeNonAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
