import { Text, Title } from '@mantine/core';
import { objectTypeOf } from '../api/object-types.ts';
import { useAddress } from '../navigation.ts';
import { PageAnchor } from '../PageAnchor.tsx';
import { AppPage } from './AppPage.tsx';
import { recordAt } from '../page-paths.ts';
import { DealsPage } from './DealsPage.tsx';
import { HomePage } from './HomePage.tsx';
import { RecordPage } from './RecordPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

/** The page of the present address. */
export function Page() {
  const { path } = useAddress();
  if (path === '/' || path === '/deals') return <DealsPage />;
  const record = recordAt(path);
  const type = record === null ? null : objectTypeOf(record.type);
  if (record !== null && type !== null)
    return <RecordPage key={`${type.path}/${record.id}`} type={type} id={record.id} isInHelpDesk={false} />;
  const ticket = /^\/help-desk\/(\d+)\/?$/.exec(path)?.[1];
  const tickets = objectTypeOf('tickets');
  if (ticket !== undefined && tickets !== null)
    return <RecordPage key={`help-desk/${ticket}`} type={tickets} id={ticket} isInHelpDesk={true} />;
  if (path.startsWith('/app/settings')) return <SettingsPage />;
  if (path.startsWith('/app/home')) return <HomePage />;
  if (path.startsWith('/app/pages')) return <AppPage />;
  return (
    <div className="wb-card">
      <Title order={1} size="h3">
        There is no such page
      </Title>
      <Text size="sm">
        The workbench has nothing at {path}. <PageAnchor href="/deals">All deals</PageAnchor>
      </Text>
    </div>
  );
}
