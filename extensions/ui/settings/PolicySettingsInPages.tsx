import { Flex } from '@hubspot/ui-extensions';
import { PageNavigation } from '../shared/PageNavigation.tsx';
import { PolicySettingsPage } from './PolicySettingsPage.tsx';

/** The settings among the app's pages: HubSpot did not always draw settings pages of private apps, and here people find them sooner. */
export function PolicySettingsInPages() {
  return (
    <Flex direction="column" gap="md">
      <PageNavigation path="/settings" />
      <PolicySettingsPage />
    </Flex>
  );
}
