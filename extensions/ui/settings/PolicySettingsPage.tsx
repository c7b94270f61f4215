import { LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { FailedCall } from '../shared/Failed.tsx';
import { useReply } from '../shared/use-reply.ts';
import { localeOf } from '../shared/reader.ts';
import { PolicyView } from './PolicyView.tsx';
import type { OpenedPolicy } from './policy-session.ts';
import { askPolicy } from './use-policy-session.ts';

/** The app's settings: the seller's policy. */
export function PolicySettingsPage() {
  const { user } = useExtensionContext<'settings'>();
  const asked = useReply<OpenedPolicy>(askPolicy);
  if (asked.kind === 'loading') return <LoadingSpinner label="Reading the policy" showLabel={true} layout="centered" />;
  if (asked.kind === 'failed') return <FailedCall failure={asked.failure} retry={asked.retry} />;
  const name = `${user.firstName} ${user.lastName}`.trim();
  return <PolicyView opened={asked.reply} locale={localeOf(user.locale)} author={name === '' ? user.email : name} />;
}
