import { Alert } from '@hubspot/ui-extensions';
import type { OpenedPolicy } from './policy-session.ts';
import { protectionView } from './protection-view.ts';

/** Whether what grants something can be told from what somebody made up, and what was. */
export function ProtectionNotice({ opened }: { readonly opened: OpenedPolicy }) {
  const view = protectionView(opened);
  return view === null ? null : (
    <Alert title={view.title} variant={view.variant}>
      {view.text}
    </Alert>
  );
}
