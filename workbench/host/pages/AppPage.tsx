import { Text } from '@mantine/core';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useAddress } from '../navigation.ts';
import { appPageLocation } from '../page-paths.ts';
import { useViewing } from '../session.tsx';

/** The app's own pages: one extension that does its routing itself. */
export function AppPage() {
  const { session } = useViewing();
  const { path, query } = useAddress();
  const extension = session.extensions.find(({ location }) => location === 'pages');
  if (extension === undefined)
    return (
      <div className="wb-card">
        <Text size="sm">The app has no pages.</Text>
      </div>
    );
  return (
    <div className="wb-card">
      <ExtensionView extension={extension} record={null} pageLocation={appPageLocation(path, query)} />
    </div>
  );
}
