import { hubspot } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import {
  CustomerInsights,
  ExpediteQueue,
  FairnessLog,
  Learning,
  LiquidityPlan,
  NegotiabilityBoard,
  PolicySettingsInPages,
} from '@deal-terms/ui/pages';

const Pages = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={NegotiabilityBoard} />
    <PageRoutes.Route path="/insights" component={CustomerInsights} />
    <PageRoutes.Route path="/expedite" component={ExpediteQueue} />
    <PageRoutes.Route path="/plan" component={LiquidityPlan} />
    <PageRoutes.Route path="/learning" component={Learning} />
    <PageRoutes.Route path="/fairness" component={FairnessLog} />
    <PageRoutes.Route path="/settings" component={PolicySettingsInPages} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Pages />);
