import { Text } from '@mantine/core';
import { IconPuzzle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Stands where HubSpot draws something that the workbench does not; what is inside is drawn. */
export function Placeholder({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <div className="wb-placeholder" role="note" aria-label={`${name}, not drawn by the workbench`}>
      <Text size="xs" c="gray.7" className="wb-inline">
        <IconPuzzle size={14} aria-hidden /> {name} (drawn by HubSpot only)
      </Text>
      {children}
    </div>
  );
}
