import { hubspot } from '@hubspot/ui-extensions';
import { ExpediteTicketTab } from '@deal-terms/ui/expedite-ticket-tab';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <ExpediteTicketTab locale={context.user.locale} actions={actions} />
));
