import { hubspot } from '@hubspot/ui-extensions';
import { PolicySettingsPage } from '@deal-terms/ui/policy-settings';

hubspot.extend<'settings'>(() => <PolicySettingsPage />);
