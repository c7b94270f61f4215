import type { PolicySettings } from '@deal-terms/core/crm';

/**
 * How a setting is entered and read.
 * - `percent` kept as a fraction · `money` home currency · `number` in the field's unit
 * - `yesNo` · `dayList` days, separated by commas · `range` low, likely and high · `plan` payment terms in short notation · `plans` the list of payment options
 * - `factoring` fee and share paid out, or none · `owner` a HubSpot owner · `owners` several, in order · `ownerLimits` the list of limits by owner
 * - `ownProperties` properties of the account's own · `country` two letters
 */
export type SettingKind =
  | 'percent'
  | 'money'
  | 'number'
  | 'yesNo'
  | 'dayList'
  | 'range'
  | 'plan'
  | 'plans'
  | 'factoring'
  | 'owner'
  | 'owners'
  | 'ownerLimits'
  | 'ownProperties'
  | 'country';

/** One setting as the page presents it. */
export type SettingField = {
  /** Where it is in a `PolicySettings`: `model.discount.step`. */
  readonly path: string;
  readonly label: string;
  readonly kind: SettingKind;
  /** Completes a value: "a year", "days". Empty where there is none. */
  readonly unit: string;
  /** What it means, one sentence. */
  readonly meaning: string;
  /** What an empty field means; only for settings that may be empty. */
  readonly whenEmpty?: string;
  /** A `range` of fractions rather than of plain numbers. */
  readonly inPercent?: true;
  /** Where its default comes from. */
  readonly source?: string;
};

/** Settings that belong together. */
export type SettingSection = {
  readonly title: string;
  readonly about: string | null;
  readonly fields: readonly SettingField[];
};

/** A tab of the page. */
export type SettingGroup = {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly SettingSection[];
};

type Node = Readonly<Record<string, unknown>>;

/** The value of a setting. */
export function valueAt(settings: PolicySettings, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Node)[key], settings);
}

/** The settings with one value changed; what the value may be is checked when they are read again. */
export function withValue(settings: PolicySettings, path: string, value: unknown): PolicySettings {
  const put = (node: Node, [key = '', ...rest]: readonly string[]): Node => ({
    ...node,
    [key]: rest.length === 0 ? value : put(node[key] as Node, rest),
  });
  return put(settings, path.split('.')) as PolicySettings;
}

/** Whether two values of a setting are the same. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
