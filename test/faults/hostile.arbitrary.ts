import fc from 'fast-check';

/** Texts that have broken software before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\n',
    '__proto__',
    'constructor',
    'toString',
    '<script>alert(1)</script>',
    '=1+1',
    '@SUM(A1)',
    '"; DROP TABLE deals; --',
    '${process.env}',
    '{{7*7}}',
    '../../etc/passwd',
    '\u202Egnirts',
    '👩‍👩‍👧‍👦',
    'İstanbul',
    '\uD800',
    'NaN',
    'Infinity',
    '1e999',
    '-0',
    '9'.repeat(400),
    'x'.repeat(65_536),
    'null',
    'undefined',
    '[object Object]',
    '%',
    '_',
    '*',
    '\r\nX-Injected: 1',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const hostileNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    NaN,
    Infinity,
    -Infinity,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.MAX_SAFE_INTEGER + 2,
    1e21,
    0.1,
  ),
  fc.double(),
);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** Any value JSON can carry, and some it cannot. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(null, true, false, [], {}, nested(200), JSON.parse('{"__proto__":{"polluted":true}}')),
  fc.dictionary(hostileText, fc.oneof(hostileText, hostileNumber, fc.constant(null)), { maxKeys: 4 }),
  fc.array(fc.oneof(hostileText, hostileNumber), { maxLength: 4 }),
);

/** `sound` with one of its values, at whatever depth, replaced by something hostile, or with a key too many. */
export function oneValueWrong(sound: object): fc.Arbitrary<unknown> {
  const paths: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (path.length > 0) paths.push(path);
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  };
  walk(sound, []);
  const extraKey = hostileText.map((key) => ({ ...sound, [key === '' ? 'extra' : key]: 1 }));
  if (paths.length === 0) return extraKey;
  const replaced = fc.tuple(fc.constantFrom(...paths), hostileValue).map(([path, wrong]) => {
    const copy = structuredClone(sound) as Record<string, unknown>;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    parent[path.at(-1) ?? ''] = wrong;
    return copy;
  });
  return fc.oneof(replaced, extraKey);
}
