import { useMemo } from 'react';
import type { Extension } from '../../protocol.ts';
import type { PageLocation } from '../../remote/worker-contract.ts';
import type { RecordStore } from '../api/record-store.ts';
import type { CrmScope, ExtensionScope } from '../components/extension-scope.ts';
import { createOverlays } from '../components/overlays-store.ts';
import { navigate } from '../navigation.ts';
import { appPagePath, recordPath } from '../page-paths.ts';
import { useViewing } from '../session.tsx';
import { extensionContext } from './extension-context.ts';
import type { ExtensionSelection } from './extension-context.ts';
import { ExtensionFrame } from './ExtensionFrame.tsx';
import { createHostServices } from './host-services.ts';
import { useOpenIframe } from './iframe-modal.tsx';

const firstPage: PageLocation = { path: '/', params: {} };

type ExtensionViewProps = {
  readonly extension: Extension;
  /** The record of the page; the same object as long as it is the same record. Null on pages of the app. */
  readonly record: RecordStore | null;
  readonly pageLocation?: PageLocation;
  /** What a bulk action is for; the same object as long as it is the same selection. */
  readonly selection?: ExtensionSelection | null;
};

/** One extension of the app, run for the viewer. */
export function ExtensionView({ extension, record, pageLocation = firstPage, selection = null }: ExtensionViewProps) {
  const { session, user, api, vocabularyOf } = useViewing();
  const openIframe = useOpenIframe();
  const overlays = useMemo(createOverlays, []);
  const context = useMemo(
    () => extensionContext(session, user, extension, record, selection),
    [session, user, extension, record, selection],
  );
  const crm = useMemo<CrmScope>(() => {
    const { timeZone, homeCurrency } = session.portal;
    return { api, vocabularyOf, record, formats: { locale: user.locale, timeZone, homeCurrency } };
  }, [api, vocabularyOf, record, user, session]);
  const createHost = useMemo(() => {
    const goToPage = (target: Parameters<typeof appPagePath>[0]) => navigate(appPagePath(target));
    return () =>
      createHostServices({
        ...crm,
        token: user.token,
        context,
        overlays,
        openIframe,
        goToPage,
      });
  }, [crm, user, context, overlays, openIframe]);
  const scope = useMemo<ExtensionScope>(
    () => ({
      overlays,
      crm,
      locale: user.locale,
      portalTimeZone: session.portal.timeZone,
      pageHref: appPagePath,
      recordHref: recordPath,
      navigate,
    }),
    [overlays, crm, user, session],
  );
  return (
    <ExtensionFrame
      name={extension.name}
      bundleUrl={extension.bundleUrl}
      context={context}
      pageLocation={pageLocation}
      scope={scope}
      createHost={createHost}
    />
  );
}
