import { hubspot } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { CustomerInsights, ExpediteQueue, LiquidityPlan, NegotiabilityBoard } from '@deal-terms/ui';

const Pages = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={NegotiabilityBoard} />
    <PageRoutes.Route path="/insights" component={CustomerInsights} />
    <PageRoutes.Route path="/expedite" component={ExpediteQueue} />
    <PageRoutes.Route path="/plan" component={LiquidityPlan} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Pages />);
