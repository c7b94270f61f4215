import type * as z from 'zod/mini';

/** What is wrong with an input: where (`deal.payments[0].share`, "" for the whole), what was expected and what came. */
export type Fault = { readonly path: string; readonly message: string };

/** Longest piece of a bad value a message quotes. */
const SHORT = 40;

function cut(text: string): string {
  return text.length > SHORT
    ? `${Array.from(text.slice(0, 2 * SHORT))
        .slice(0, SHORT)
        .join('')}…`
    : text;
}

/** Path of a value inside an input: `deal.payments[0].share`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );
}

/** A short form of any value: JSON cut to length, or its kind when it has none. */
export function shortForm(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return cut(String(value));
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (Array.isArray(value) && value.length > 3) return `a list of ${value.length}`;
  try {
    return cut(JSON.stringify(value));
  } catch {
    return 'a value without a short form';
  }
}

function valueAt(root: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

const typesInWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a finite number',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
};

function characters(limit: number | bigint): string {
  return Number(limit) === 1 ? 'a text' : `a text of at least ${limit} characters`;
}

function entries(limit: number | bigint): string {
  return `${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
}

/** What a failed check wanted, in words; checks of our own say it themselves. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typesInWords[issue.expected] ?? `a ${issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return characters(issue.minimum);
      return issue.origin === 'array'
        ? `at least ${entries(issue.minimum)}`
        : `a ${issue.origin} ${issue.inclusive ? 'of at least' : 'greater than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `at most ${entries(issue.maximum)}`
        : `a ${issue.origin} ${issue.inclusive ? 'of at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_value':
      return issue.values.length === 1 ? shortForm(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

/**
 * What is wrong with a value, in pieces: where, what is wanted there, and a short form of what is there. Of a key that nothing is
 * stored under, nothing is wanted.
 */
export type Mismatch = { readonly path: string; readonly wanted: string | null; readonly found: string };

/** As `score` and other commands report it. */
export function faultOf({ path, wanted, found }: Mismatch): Fault {
  return { path, message: `expected ${wanted ?? 'no such key'}, got ${found}` };
}

/** As a sentence about a stored value: what is there, and what should be. */
export function mismatchInWords({ path, wanted, found }: Mismatch): string {
  const name = path === '' ? 'The whole' : `“${path}”`;
  return wanted === null ? `There is no setting ${name}.` : `${name} is ${found} and should be ${wanted}.`;
}

/** At the field it is about: what to enter instead. */
export function whatToEnter({ wanted }: Pick<Mismatch, 'wanted'>): string {
  return wanted === null ? 'There is no such setting.' : `Enter ${wanted}.`;
}

/**
 * The first fault of a failed parse, as `score` reports it.
 *
 * @param root - the value that was parsed
 * @param at - path of `root` in the whole input
 */
export function firstFault(error: z.core.$ZodError, root: unknown, at: readonly PropertyKey[] = []): Fault {
  return faultOf(firstMismatch(error, root, at));
}

/** The same in pieces. */
export function firstMismatch(error: z.core.$ZodError, root: unknown, at: readonly PropertyKey[] = []): Mismatch {
  return mismatchOf(error.issues[0] as z.core.$ZodIssue, root, at);
}

/** Everything wrong in a failed parse, in the order met; a form shows each at its field. */
export function allMismatches(error: z.core.$ZodError, root: unknown): Mismatch[] {
  return error.issues.map((issue) => mismatchOf(issue, root, []));
}

function mismatchOf(issue: z.core.$ZodIssue, root: unknown, at: readonly PropertyKey[]): Mismatch {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return {
      path: pathOf([...at, ...issue.path, key]),
      wanted: null,
      found: shortForm(valueAt(root, [...issue.path, key])),
    };
  }
  return {
    path: pathOf([...at, ...issue.path]),
    wanted: expectation(issue),
    found: shortForm(valueAt(root, issue.path)),
  };
}
