import { Badge, Group, Skeleton, Title } from '@mantine/core';
import { useEffect } from 'react';
import { recordName } from '../api/object-types.ts';
import type { ObjectType } from '../api/object-types.ts';
import { formatValue } from '../api/format-value.ts';
import { Failed } from '../Failed.tsx';
import { PageAnchor } from '../PageAnchor.tsx';
import { helpDeskPath, recordPath } from '../page-paths.ts';
import { AboutRecord } from '../record/AboutRecord.tsx';
import { Associations } from '../record/Associations.tsx';
import { SidebarCards, TabCards } from '../record/RecordCards.tsx';
import { useRecord } from '../record/use-record.ts';
import type { RecordView } from '../record/use-record.ts';
import { useViewing } from '../session.tsx';

type RecordPageProps = {
  readonly type: ObjectType;
  readonly id: string;
  /** Tickets have a second page, in the help desk, with cards of its own. */
  readonly isInHelpDesk: boolean;
};

/** A record as HubSpot lays it out: what is known on the left, cards in the middle, compact cards and related records on the right. */
export function RecordPage({ type, id, isInHelpDesk }: RecordPageProps) {
  const { store, data, reload } = useRecord(type, id);
  if (data.status === 'failed')
    return (
      <Failed
        what={`This ${type.singular.toLowerCase()} could not be loaded.`}
        message={data.message}
        onRetry={reload}
      />
    );
  if (data.status === 'loading')
    return (
      <div className="wb-card" role="status" aria-label="Loading the record">
        <Skeleton height={22} width="40%" mb="md" />
        <Skeleton height={320} />
      </div>
    );
  return (
    <>
      <RecordHeading type={type} id={id} view={data.value} isInHelpDesk={isInHelpDesk} />
      <div className="wb-record">
        <AboutRecord store={store} view={data.value} />
        <div className="wb-stack wb-record-middle">
          {isInHelpDesk ? <SidebarCards store={store} location="helpdesk.sidebar" /> : <TabCards store={store} />}
        </div>
        <aside className="wb-stack wb-record-side" aria-label="Related">
          {!isInHelpDesk && <SidebarCards store={store} />}
          <Associations store={store} />
        </aside>
      </div>
    </>
  );
}

function RecordHeading({
  type,
  id,
  view: { values, vocabulary },
  isInHelpDesk,
}: RecordPageProps & { readonly view: RecordView }) {
  const { user, session } = useViewing();
  const hasHelpDesk = session.extensions.some(({ location }) => location === 'helpdesk.sidebar');
  const name = recordName(type, id, values);
  const scope = {
    vocabulary,
    locale: user.locale,
    timeZone: session.portal.timeZone,
    homeCurrency: session.portal.homeCurrency,
  };
  const shown = (property: string) => {
    const definition = vocabulary.properties.get(property);
    const value = values[property];
    return definition === undefined || value === null || value === undefined
      ? ''
      : formatValue(definition, value, values, scope);
  };
  useEffect(() => {
    document.title = `${name} · ${session.portal.name}`;
  }, [name, session]);
  const facts =
    type.path === 'deals'
      ? [shown('amount'), shown('dealstage')]
      : type.path === 'tickets'
        ? [shown('hs_pipeline_stage')]
        : [shown('domain'), shown('email')];
  return (
    <Group gap="xs" mb="md" align="baseline">
      {type.path === 'deals' && (
        <PageAnchor href="/deals" size="sm">
          Deals
        </PageAnchor>
      )}
      {hasHelpDesk && type.path === 'tickets' && (
        <PageAnchor href={isInHelpDesk ? recordPath('tickets', id) : helpDeskPath(id)} size="sm">
          {isInHelpDesk ? 'Open the record' : 'Open in the help desk'}
        </PageAnchor>
      )}
      <Title order={1} size="h3">
        {name}
      </Title>
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <Badge key={fact} variant="light" color="gray" c="dark.6" radius="sm" tt="none" fw={500}>
            {fact}
          </Badge>
        ))}
    </Group>
  );
}
