import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RemoteData } from '../remote-data.ts';

type LoadedProps<T> = { readonly data: RemoteData<T>; readonly children: (value: T) => ReactNode };

/** What a CRM component shows of data that may still be on its way, or may never come. */
export function Loaded<T>({ data, children }: LoadedProps<T>) {
  if (data.status === 'loading') return <Skeleton height={42} role="status" aria-label="Loading CRM data" />;
  if (data.status === 'failed')
    return (
      <Text size="sm" c="red.8" role="alert">
        {data.message}
      </Text>
    );
  return <>{children(data.value)}</>;
}
