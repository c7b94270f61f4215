import type { SettingField } from './setting-field.ts';
import type { SettingReader } from './setting-words.ts';
import type { Draft } from './settings-draft.ts';

/** What the input of a setting is given, whatever its kind. */
export type SettingInputProps = {
  readonly field: SettingField;
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, string>>;
  readonly reader: SettingReader;
  readonly onEdit: (change: (draft: Draft) => Draft) => void;
};
