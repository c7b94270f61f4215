import { hubspot } from '@hubspot/ui-extensions';
import { DealTermsTab } from '@deal-terms/ui/deal-terms-tab';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <DealTermsTab locale={context.user.locale} actions={actions} />
));
