import { useState } from 'react';
import { useExtensionActions } from '@hubspot/ui-extensions';
import { usePageRoute } from '@hubspot/ui-extensions/pages';
import { readFilters, writeFilters } from './board-filters.ts';
import type { BoardFilters } from './board-filters.ts';

/** Address of the board among the app's pages. */
export const boardPath = '/';

/** Filters kept in the address of the page: they survive a visit elsewhere, a reload, and can be sent to a colleague. */
export function useBoardFilters(): readonly [BoardFilters, (change: Partial<BoardFilters>) => void] {
  const { navigateToPage } = useExtensionActions<'pages'>();
  const { params } = usePageRoute();
  const address = JSON.stringify(params);
  const [seen, setSeen] = useState(address);
  const [filters, setFilters] = useState(() => readFilters(params));
  if (seen !== address) {
    setSeen(address);
    setFilters(readFilters(params));
  }
  const change = (changed: Partial<BoardFilters>) => {
    const next = { ...filters, ...changed };
    setFilters(next);
    navigateToPage({ to: boardPath, params: writeFilters(next) });
  };
  return [filters, change];
}
