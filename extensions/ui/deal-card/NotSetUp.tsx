import { Alert } from '@hubspot/ui-extensions';
import { missingAdditions, profileFields, profilePropertyOf } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { fieldView } from '../shared/field-view.ts';

/** What the account has no properties for yet, since the app was updated: nothing of it is stored or counted. Nothing to say once `crm:install` was run. */
export function NotSetUp({ account }: { readonly account: Account }) {
  const missing: readonly string[] = missingAdditions(account);
  if (missing.length === 0) return null;
  const answers = profileFields.filter((field) => missing.includes(profilePropertyOf[field]));
  const named = [
    ...answers.map((field) => fieldView(field).label),
    ...missing.filter((name) => !answers.some((field) => profilePropertyOf[field] === name)),
  ];
  return (
    <Alert title="The app was updated, and part of it is not set up yet" variant="warning">
      {`Until an administrator has run its installation (crm:install), this is neither stored nor counted: ${new Intl.ListFormat('en').format(named)}.`}
    </Alert>
  );
}
