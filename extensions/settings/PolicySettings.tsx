import { hubspot } from '@hubspot/ui-extensions';
import { PolicySettingsPage } from '@deal-terms/ui';

hubspot.extend<'settings'>(() => <PolicySettingsPage />);
