import { Button, Drawer, Skeleton, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { objectTypeOf, recordName } from '../api/object-types.ts';
import type { ObjectType } from '../api/object-types.ts';
import { PreviewScopeProvider, usePreview } from '../extension/preview.ts';
import type { PreviewTarget } from '../extension/preview.ts';
import { Failed } from '../Failed.tsx';
import { useAddress } from '../navigation.ts';
import { PageAnchor } from '../PageAnchor.tsx';
import { recordPath } from '../page-paths.ts';
import { KeyProperties } from './AboutRecord.tsx';
import { SidebarCards, useCards } from './RecordCards.tsx';
import { useRecord } from './use-record.ts';

/** Has records previewed beside the page: what is known of them, and the app's cards for previews. A preview goes with its page. */
export function PreviewProvider({ children }: { readonly children: ReactNode }) {
  const { path } = useAddress();
  const [opened, setOpened] = useState<{ readonly target: PreviewTarget; readonly on: string } | null>(null);
  const shown = opened?.on === path ? opened.target : null;
  return (
    <PreviewScopeProvider value={(target) => setOpened({ target, on: path })}>
      {children}
      <Drawer
        opened={shown !== null}
        onClose={() => setOpened(null)}
        position="right"
        size="lg"
        title="Preview"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {shown !== null && <Preview key={`${shown.objectType}/${shown.id}`} {...shown} />}
      </Drawer>
    </PreviewScopeProvider>
  );
}

function Preview({ objectType, id }: PreviewTarget) {
  const [type] = useState(() => objectTypeOf(objectType) ?? unnamed(objectType));
  const { store, data, reload } = useRecord(type, id);
  if (data.status === 'failed')
    return <Failed what="The record could not be loaded." message={data.message} onRetry={reload} />;
  if (data.status === 'loading') return <Skeleton height={160} role="status" aria-label="Loading the record" />;
  return (
    <Stack gap="md">
      <Title order={2} size="h5">
        {recordName(type, id, data.value.values)}
      </Title>
      <PageAnchor href={recordPath(type.path, id)} size="sm">
        Open the record
      </PageAnchor>
      <KeyProperties store={store} view={data.value} />
      <SidebarCards store={store} location="crm.preview" />
    </Stack>
  );
}

/** A type the workbench has no pages for. */
function unnamed(objectType: string): ObjectType {
  return { path: objectType, typeId: objectType, singular: 'Record', plural: 'Records', nameProperties: [] };
}

type PreviewButtonProps = { readonly type: ObjectType; readonly id: string; readonly name: string };

/** Beside the name of a record in a list, where the app has something to show in its preview. */
export function PreviewButton({ type, id, name }: PreviewButtonProps) {
  const preview = usePreview();
  if (useCards(type, 'crm.preview').length === 0) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      ml={6}
      aria-label={`Preview ${name}`}
      onClick={() => preview({ objectType: type.path, id })}
    >
      Preview
    </Button>
  );
}
