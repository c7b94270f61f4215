import { List, Skeleton, Text, Title } from '@mantine/core';
import { useCallback } from 'react';
import { recordName, relatedTypes } from '../api/object-types.ts';
import type { ObjectType } from '../api/object-types.ts';
import type { RecordStore } from '../api/record-store.ts';
import { Failed } from '../Failed.tsx';
import { PageAnchor } from '../PageAnchor.tsx';
import { recordPath } from '../page-paths.ts';
import { useRemoteData } from '../remote-data.ts';
import { useViewing } from '../session.tsx';
import { PreviewButton } from './RecordPreview.tsx';

const shownAtMost = 20;

/** Records of the other types that belong to this one. */
export function Associations({ store }: { readonly store: RecordStore }) {
  return (
    <>
      {relatedTypes(store.type).map((type) => (
        <AssociatedOf key={type.path} store={store} type={type} />
      ))}
    </>
  );
}

function AssociatedOf({ store, type }: { readonly store: RecordStore; readonly type: ObjectType }) {
  const { api } = useViewing();
  const load = useCallback(async () => {
    const { records, after } = await api.associations(store.type.path, store.id, type.path, { limit: shownAtMost });
    const read =
      records.length === 0
        ? []
        : await api.records(
            type.path,
            records.map(({ id }) => id),
            type.nameProperties,
          );
    const namesOf = new Map(read.map(({ id, properties }) => [id, recordName(type, id, properties)]));
    return {
      hasMore: after !== undefined,
      records: records.map(({ id, types }) => ({
        id,
        name: namesOf.get(id) ?? `${type.singular} ${id}`,
        labels: types.map(({ label }) => label).filter((label) => label !== ''),
      })),
    };
  }, [api, store, type]);
  const [data, reload] = useRemoteData(load);
  const headingId = `associated-${type.path}`;
  return (
    <section className="wb-card" aria-labelledby={headingId}>
      <Title order={2} size="h6" id={headingId} mb={6}>
        {type.plural}
        {data.status === 'ready' && ` (${data.value.records.length}${data.value.hasMore ? '+' : ''})`}
      </Title>
      {data.status === 'loading' && <Skeleton height={14} />}
      {data.status === 'failed' && (
        <Failed what={`${type.plural} could not be loaded.`} message={data.message} onRetry={reload} />
      )}
      {data.status === 'ready' && data.value.records.length === 0 && (
        <Text size="sm" c="dimmed">
          None
        </Text>
      )}
      {data.status === 'ready' && data.value.records.length > 0 && (
        <List listStyleType="none" spacing={4} size="sm">
          {data.value.records.map(({ id, name, labels }) => (
            <List.Item key={id}>
              <PageAnchor href={recordPath(type.path, id)} size="sm">
                {name}
              </PageAnchor>
              <PreviewButton type={type} id={id} name={name} />
              {labels.length > 0 && (
                <Text component="span" size="xs" c="dimmed">
                  {' '}
                  {labels.join(', ')}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
