import { defaultAppSettings, readPolicySettings } from '@deal-terms/core/crm';
import type { PolicySettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { isSameValue, valueAt, withValue } from './setting-field.ts';
import { settingFields } from './setting-groups.ts';
import { enterWanted } from './setting-words.ts';

export const defaultSettings: PolicySettings = { model: defaultPolicy, app: defaultAppSettings };

/** What is being edited. */
export type Draft = {
  /** Readable values; some may be out of their domains. */
  readonly settings: PolicySettings;
  /** What was typed and cannot be read, by path of the setting, or of a part of it. */
  readonly unread: Readonly<Record<string, { readonly text: string; readonly problem: string }>>;
};

/** One setting two people changed. */
export type Clash = { readonly path: string; readonly theirs: unknown; readonly mine: unknown };

export function draftOf(settings: PolicySettings): Draft {
  return { settings, unread: {} };
}

/** The draft with a value; what could not be read at its place before is forgotten. */
export function edited({ settings, unread }: Draft, path: string, value: unknown): Draft {
  return {
    settings: withValue(settings, path, value),
    unread: Object.fromEntries(Object.entries(unread).filter(([at]) => !isAt(at, path))),
  };
}

/** The draft with something typed that cannot be read. */
export function mistyped(draft: Draft, path: string, text: string, problem: string): Draft {
  return { ...draft, unread: { ...draft.unread, [path]: { text, problem } } };
}

/** What is wrong, by path: of a setting, or of a part of it (`model.paymentOptions[2].id`). */
export function problemsOf({ settings, unread }: Draft): Readonly<Record<string, string>> {
  const read = readPolicySettings(settings);
  const faults = read.ok
    ? []
    : read.faults.map(
        ({ path, wanted }) =>
          [
            path,
            enterWanted(
              wanted,
              settingFields.some(
                (field) => isAt(path, field.path) && (field.kind === 'percent' || field.inPercent === true),
              ),
            ),
          ] as const,
      );
  return {
    ...Object.fromEntries(faults),
    ...Object.fromEntries(Object.entries(unread).map(([path, { problem }]) => [path, problem])),
  };
}

/** What is wrong with a setting or with any part of it; undefined when nothing is. */
export function problemAt(problems: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.entries(problems).find(([at]) => isAt(at, path))?.[1];
}

/** Paths of the settings two policies differ in, in the order of the page. */
export function changedPaths(one: PolicySettings, other: PolicySettings): string[] {
  return settingFields.map(({ path }) => path).filter((path) => !isSameValue(valueAt(one, path), valueAt(other, path)));
}

/** My changes on top of theirs. Where both changed a setting differently, mine stands in and the clash is told. */
export function mergeSettings(
  base: PolicySettings,
  theirs: PolicySettings,
  mine: PolicySettings,
): { readonly settings: PolicySettings; readonly clashes: readonly Clash[] } {
  const myPaths = changedPaths(base, mine);
  const settings = myPaths.reduce((merged, path) => withValue(merged, path, valueAt(mine, path)), theirs);
  const clashes = myPaths.filter(
    (path) =>
      !isSameValue(valueAt(base, path), valueAt(theirs, path)) &&
      !isSameValue(valueAt(theirs, path), valueAt(mine, path)),
  );
  return {
    settings,
    clashes: clashes.map((path) => ({ path, theirs: valueAt(theirs, path), mine: valueAt(mine, path) })),
  };
}

function isAt(at: string, path: string): boolean {
  return at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`);
}
