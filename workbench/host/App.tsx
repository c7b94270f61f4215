import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Session, User } from '../protocol.ts';
import { Failed } from './Failed.tsx';
import { Header } from './Header.tsx';
import { IframeModalProvider } from './extension/iframe-modal.tsx';
import { Page } from './pages/Page.tsx';
import { PreviewProvider } from './record/RecordPreview.tsx';
import { useRemoteData } from './remote-data.ts';
import { actingUserOf, readSession, ViewingProvider } from './session.tsx';

/** The workbench's page. */
export function App() {
  const [session, reload] = useRemoteData(readSession);
  if (session.status === 'loading')
    return (
      <main className="wb-main">
        <Loader aria-label="Loading the account" />
      </main>
    );
  if (session.status === 'failed')
    return (
      <main className="wb-main">
        <Failed what="The account could not be loaded." message={session.message} onRetry={reload} />
      </main>
    );
  return <Account session={session.value} />;
}

function Account({ session }: { readonly session: Session }) {
  const [user, setUser] = useState<User>(() => actingUserOf(session));
  useEffect(() => {
    document.title = `${session.app.name} · ${session.portal.name}`;
  }, [session]);
  return (
    <ViewingProvider session={session} user={user} onUserChange={setUser}>
      <IframeModalProvider>
        <Header />
        <main className="wb-main">
          {/* Everything is read anew for another user: nothing one may not see is left over from the other. */}
          <PreviewProvider key={user.id}>
            <Page />
          </PreviewProvider>
        </main>
      </IframeModalProvider>
    </ViewingProvider>
  );
}
