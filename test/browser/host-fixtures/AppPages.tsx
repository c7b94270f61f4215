import { hubspot, Text } from '@hubspot/ui-extensions';
import {
  createPageRouter,
  PageBreadcrumbs,
  PageHeader,
  PageLink,
  PageRoutes,
  PageTitle,
  usePageRoute,
} from '@hubspot/ui-extensions/pages';

function Home() {
  return (
    <>
      <PageTitle>App home</PageTitle>
      <PageLink to="/customers/:id" params={{ id: '7', tab: 'notes' }}>
        Customer seven
      </PageLink>
    </>
  );
}

function Customer() {
  const { params } = usePageRoute();
  return (
    <>
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/">Home</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>Customer</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageHeader>
        <PageHeader.PrimaryAction>
          <PageHeader.PageLink to="/">Back to the start</PageHeader.PageLink>
        </PageHeader.PrimaryAction>
      </PageHeader>
      <PageTitle>Customer page</PageTitle>
      <Text>{`Customer ${params['id'] ?? ''}, tab ${params['tab'] ?? ''}`}</Text>
    </>
  );
}

const Router = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={Home} />
    <PageRoutes.Route path="/customers/:id" component={Customer} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Router />);
