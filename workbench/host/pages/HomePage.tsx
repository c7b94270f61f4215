import { Text } from '@mantine/core';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useViewing } from '../session.tsx';

/** The app's home, the older kind of page that HubSpot still shows. */
export function HomePage() {
  const { session } = useViewing();
  const extension = session.extensions.find(({ location }) => location === 'home');
  return (
    <div className="wb-card">
      {extension === undefined ? (
        <Text size="sm">The app has no home page.</Text>
      ) : (
        <ExtensionView extension={extension} record={null} />
      )}
    </div>
  );
}
