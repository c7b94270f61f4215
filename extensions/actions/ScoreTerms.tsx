import { hubspot } from '@hubspot/ui-extensions';
import { BulkScore } from '@deal-terms/ui/bulk-score';

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => (
  <BulkScore
    dealIds={context.crm.objectIds.map(String)}
    locale={context.user.locale}
    reloadList={() => {
      actions.reloadPage();
    }}
  />
));
