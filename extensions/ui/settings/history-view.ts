import type { PolicyVersion } from '@deal-terms/core/contracts';
import { readPolicy } from '@deal-terms/core/crm';
import type { Account, PolicySettings } from '@deal-terms/core/crm';
import { instantInWords } from '../shared/reader.ts';
import { valueAt } from './setting-field.ts';
import { fullLabel, settingFields } from './setting-groups.ts';
import { settingInWords } from './setting-words.ts';
import type { SettingReader } from './setting-words.ts';
import { changedPaths, defaultSettings } from './settings-draft.ts';

/** One kept version as the history shows it. */
export type VersionView = {
  readonly version: number;
  readonly author: string;
  readonly when: string;
  /** Each change in a line. */
  readonly changes: readonly string[];
  /** Null when what is stored cannot be used, or is not the app's own. */
  readonly settings: PolicySettings | null;
};

/** What changed from one policy to another, a line a setting. */
export function changesInWords(before: PolicySettings, after: PolicySettings, reader: SettingReader): string[] {
  return changedPaths(before, after).map(
    (path) =>
      `${fullLabel(path)}: ${valueInWords(path, valueAt(before, path), reader)} → ${valueInWords(path, valueAt(after, path), reader)}`,
  );
}

/** The value of a setting given by its path, in words. */
export function valueInWords(path: string, value: unknown, reader: SettingReader): string {
  const field = settingFields.find((one) => one.path === path);
  return field === undefined ? String(value) : settingInWords(field, value, reader);
}

/**
 * The versions of a history in words, each compared with the one before it.
 *
 * @param history - latest first, without gaps; what the oldest one changed cannot be told unless it is version 1
 */
export function historyView(history: readonly PolicyVersion[], account: Account, reader: SettingReader): VersionView[] {
  const read = history.map((version) => ({ ...version, settings: settingsOf(version) }));
  return read.map(({ version, author, writtenAt, isForged, settings }, place) => {
    const before = version === 1 ? defaultSettings : read[place + 1]?.settings;
    return {
      version,
      author: author === '' ? 'Unknown' : author,
      when: instantInWords(writtenAt, account, reader.locale),
      changes: isForged
        ? ['The app did not write this version: it counts for nothing.']
        : changesOf(before, settings, reader),
      settings,
    };
  });
}

function changesOf(
  before: PolicySettings | null | undefined,
  settings: PolicySettings | null,
  reader: SettingReader,
): string[] {
  if (settings === null) return ['What is stored cannot be used.'];
  if (before === undefined || before === null) return ['What it changed shows with the version before it.'];
  const changes = changesInWords(before, settings, reader);
  return changes.length === 0 ? ['The same as before.'] : changes;
}

function settingsOf({ body, isForged }: PolicyVersion): PolicySettings | null {
  if (isForged) return null;
  const { model, app, warning } = readPolicy(body);
  return warning === null ? { model, app } : null;
}
