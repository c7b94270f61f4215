import { Group, Text } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useAddress } from '../navigation.ts';
import { PageAnchor } from '../PageAnchor.tsx';
import { appPageLocation } from '../page-paths.ts';
import { useViewing } from '../session.tsx';

/** The app's own pages: one extension that does its routing itself; its settings are a click away, as on the page HubSpot gives an app. */
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
  const hasSettings = session.extensions.some(({ location }) => location === 'settings');
  return (
    <div className="wb-card">
      {hasSettings && (
        <Group justify="flex-end">
          <PageAnchor href="/app/settings" size="sm">
            <Group gap={4} component="span">
              <IconSettings size={15} aria-hidden />
              App settings
            </Group>
          </PageAnchor>
        </Group>
      )}
      <ExtensionView extension={extension} record={null} pageLocation={appPageLocation(path, query)} />
    </div>
  );
}
