import { hubspot } from '@hubspot/ui-extensions';
import { DealTermsSidebar } from '@deal-terms/ui/deal-terms-sidebar';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <DealTermsSidebar locale={context.user.locale} actions={actions} />
));
