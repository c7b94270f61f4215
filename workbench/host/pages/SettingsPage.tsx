import { Text, Title } from '@mantine/core';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useViewing } from '../session.tsx';

/** The app's settings. */
export function SettingsPage() {
  const { session } = useViewing();
  const extension = session.extensions.find(({ location }) => location === 'settings');
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {session.app.name}: settings
      </Title>
      <div className="wb-card">
        {extension === undefined ? (
          <Text size="sm">The app has no settings.</Text>
        ) : (
          <ExtensionView extension={extension} record={null} />
        )}
      </div>
    </>
  );
}
