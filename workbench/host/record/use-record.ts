import { useCallback, useEffect, useMemo } from 'react';
import type { PropertyValues } from '../../remote/worker-contract.ts';
import type { ObjectType } from '../api/object-types.ts';
import { createRecordStore } from '../api/record-store.ts';
import type { RecordStore } from '../api/record-store.ts';
import type { Vocabulary } from '../api/vocabulary.ts';
import { useRemoteData } from '../remote-data.ts';
import type { RemoteData } from '../remote-data.ts';
import { useViewing } from '../session.tsx';

export type RecordView = { readonly vocabulary: Vocabulary; readonly values: PropertyValues };

/** A record with all its properties, kept up to date with what the page and its extensions write. */
export function useRecord(
  type: ObjectType,
  id: string,
): { readonly store: RecordStore; readonly data: RemoteData<RecordView>; readonly reload: () => void } {
  const { api, vocabularyOf } = useViewing();
  const store = useMemo(() => createRecordStore(api, type, id), [api, type, id]);
  const load = useCallback(async (): Promise<RecordView> => {
    const vocabulary = await vocabularyOf(type.path);
    return { vocabulary, values: await store.read([...vocabulary.properties.keys()]) };
  }, [vocabularyOf, store, type]);
  const [data, reload] = useRemoteData(load);
  useEffect(() => store.subscribe(reload), [store, reload]);
  return { store, data, reload };
}
