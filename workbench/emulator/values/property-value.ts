import type { PropertyFault } from '../errors.ts';
import { limits } from '../limits.ts';
import type { PropertyType } from '../standard-properties/property-row.ts';

/** What a value is checked against. */
export type ValueRules = {
  readonly name: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  /** HubSpot looks closer at some of its own. */
  readonly hubspotDefined: boolean;
  /** Option values of an enumeration; null when any value will do. */
  readonly allowed: readonly string[] | null;
  /** Takes dates that are not at midnight, and instants in seconds, for what they must mean. */
  readonly normalizesDates: boolean;
};

export type CheckedValue =
  | { readonly ok: true; readonly text: string; readonly isNormalized?: boolean }
  | { readonly ok: false; readonly fault: PropertyFault };

const millisecondsPerDay = 86_400_000;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
/** Nine or ten digits are too few for milliseconds of this century. */
const epochSeconds = /^\d{9,10}$/;
const epoch = /^-?\d{1,16}$/;
/** `PnYnMnD` or `PnW`. */
const isoPeriod = /^P(?=\d)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?)$/;
/** As much of an address as HubSpot looks at. */
const emailAddress = /^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Checks a value that is not empty, and writes it the way HubSpot reads it back.
 *
 * @param rules - the property
 * @param sent - text as sent; numbers and booleans already as text
 * @param current - the value now; a list that starts with `;` is appended to it
 */
export function checkValue(rules: ValueRules, sent: string, current: string | null): CheckedValue {
  const fault = (error: string, message: string): CheckedValue => ({
    ok: false,
    fault: { name: rules.name, error, message, value: sent },
  });
  switch (rules.type) {
    case 'number':
      if (!decimal.test(sent)) return fault('INVALID_DOUBLE', `${sent} was not a valid number.`);
      if (rules.hubspotDefined && rules.name === 'price' && Number(sent) < 0)
        return fault('NEGATIVE_PRICE', 'The price cannot be negative.');
      return { ok: true, text: sent };
    case 'date':
      return checkDate(rules, sent, fault);
    case 'datetime': {
      const inSeconds = rules.normalizesDates && epochSeconds.test(sent);
      const at = instantOf(inSeconds ? `${sent}000` : sent);
      return at === null
        ? fault('INVALID_LONG', `${sent} was not a valid long.`)
        : { ok: true, text: new Date(at).toISOString(), isNormalized: inSeconds };
    }
    case 'bool':
      return sent === 'true' || sent === 'false'
        ? { ok: true, text: sent }
        : fault('INVALID_OPTION', `${sent} was not one of the allowed options: [true, false]`);
    case 'enumeration':
      return checkOptions(rules, sent, current, fault);
    case 'string':
    case 'phone_number':
      if (rules.hubspotDefined && rules.name === 'hs_recurring_billing_period' && !isoPeriod.test(sent))
        return fault('INVALID_PERIOD', `${sent} is not an ISO 8601 period such as P12M.`);
      if (rules.hubspotDefined && rules.name === 'email' && !emailAddress.test(sent))
        return fault('INVALID_EMAIL', `Email address ${sent} is invalid`);
      return sent.length <= limits.textCharacters
        ? { ok: true, text: sent }
        : fault(
            'PROPERTY_VALUE_TOO_LONG',
            `${sent.length} characters are too many for "${rules.name}": it takes ${limits.textCharacters}.`,
          );
  }
}

type Fault = (error: string, message: string) => CheckedValue;

function checkDate({ normalizesDates }: ValueRules, sent: string, fault: Fault): CheckedValue {
  const inSeconds = normalizesDates && epochSeconds.test(sent);
  const at = instantOf(inSeconds ? `${sent}000` : sent);
  if (at === null) return fault('INVALID_DATE', `${sent} was not a valid long.`);
  const isMidnight = at % millisecondsPerDay === 0;
  if (!isMidnight && !normalizesDates)
    return fault('INVALID_DATE', `${sent} is at ${new Date(at).toISOString().slice(11, 23)} UTC, not midnight!`);
  return {
    ok: true,
    text: new Date(at).toISOString().slice(0, 10),
    isNormalized: normalizesDates && !isoDate.test(sent) && !(isMidnight && epoch.test(sent) && !inSeconds),
  };
}

function checkOptions(rules: ValueRules, sent: string, current: string | null, fault: Fault): CheckedValue {
  const many = rules.fieldType === 'checkbox';
  const chosen = many ? sent.split(';').filter((part) => part !== '') : [sent];
  const stranger = rules.allowed === null ? undefined : chosen.find((value) => !rules.allowed?.includes(value));
  if (stranger !== undefined)
    return fault(
      'INVALID_OPTION',
      `${stranger} was not one of the allowed options: [${rules.allowed?.join(', ') ?? ''}]`,
    );
  if (!many) return { ok: true, text: sent };
  const before = sent.startsWith(';') && current !== null ? current.split(';') : [];
  return { ok: true, text: [...new Set([...before, ...chosen])].join(';') };
}

/**
 * The instant a date or datetime value means.
 *
 * @param text - `YYYY-MM-DD`, ISO 8601 with an offset, or epoch milliseconds
 * @returns epoch milliseconds, or null when it is none of these or no such day exists
 */
export function instantOf(text: string): number | null {
  if (epoch.test(text)) return inRange(Number(text));
  if (!isoDate.test(text) && !isoInstant.test(text)) return null;
  const at = inRange(Date.parse(text));
  // Date.parse takes the 31st of February for the 3rd of March.
  return at !== null && isoDate.test(text) && new Date(at).toISOString().slice(0, 10) !== text ? null : at;
}

function inRange(at: number): number | null {
  return Math.abs(at) <= 8_640_000_000_000_000 ? at : null;
}
