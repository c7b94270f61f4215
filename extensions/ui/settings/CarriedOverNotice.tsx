import { Alert } from '@hubspot/ui-extensions';
import { valueAt } from './setting-field.ts';
import { settingInWords } from './setting-words.ts';
import type { SettingReader } from './setting-words.ts';
import { settingFields } from './setting-groups.ts';
import type { PolicySettings } from '@deal-terms/core/crm';

/** What has become of a policy stored under the first model, until somebody saves it as it is now. */
export function CarriedOverNotice({
  settings,
  reader,
}: {
  readonly settings: PolicySettings;
  readonly reader: SettingReader;
}) {
  const kept = settingFields.find(({ path }) => path === 'model.discount.keepOfMargin');
  const share = kept === undefined ? '' : settingInWords(kept, valueAt(settings, kept.path), reader);
  return (
    <Alert title="Our policy comes from an earlier model" variant="warning">
      {`Its figures are carried over, the bank rate and the payment options among them. Changed are: the lowest margin, which now says what of a deal’s own margin must be kept (${share}); importance of terms, which is now what a year of credit is worth to a customer, at the built-in figures; and everything this model asks for besides, at its built-in figures. Look through the settings and save them: then this note is gone.`}
    </Alert>
  );
}
