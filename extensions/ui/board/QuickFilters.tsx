import { useState } from 'react';
import { Button, useExtensionContext } from '@hubspot/ui-extensions';
import { count } from '@deal-terms/core/words';
import { msPerPage } from '../shared/use-crm-pages.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { After, firstPauseMs } from './After.tsx';
import { quickFilters } from './board-filters.ts';
import type { BoardFilters, QuickFilter } from './board-filters.ts';
import { boardQuery } from './board-query.ts';
import type { QueryBasis } from './board-query.ts';
import { DealsCount } from './DealsCount.tsx';

type QuickFiltersProps = {
  readonly filters: BoardFilters;
  readonly basis: QueryBasis;
  readonly opened: Pick<OpenedBoard, 'owners' | 'policy'>;
  readonly locale: string;
  readonly onChange: (change: Partial<BoardFilters>) => void;
};

/** What wants somebody's attention among the deals of the other filters: each counts its deals, and shows them on a click. */
export function QuickFilters({ filters, basis, opened, locale, onChange }: QuickFiltersProps) {
  const { user } = useExtensionContext<'pages'>();
  const others = { ...filters, quick: null };
  const queries = quickFilters.map((quick) => ({ quick, query: boardQuery({ ...others, quick }, basis) }));
  const key = JSON.stringify(queries.map(({ query }) => (query.ok ? [query.query, query.filterGroups] : [])));
  const [kept, setCounts] = useState<Counts>({ key, counts: new Map() });
  const counts: Counts['counts'] = kept.key === key ? kept.counts : new Map();
  const next = queries.find(({ quick, query }) => query.ok && !counts.has(quick));
  const isApprover = opened.owners.some(
    ({ id, userId }) => userId === String(user.id) && opened.policy.app.approverIds.includes(id),
  );
  return (
    <>
      {next?.query.ok === true && (
        <After key={`${next.quick} ${key}`} ms={counts.size === 0 ? firstPauseMs : msPerPage}>
          <DealsCount
            query={next.query}
            onCount={(size) => {
              setCounts({ key, counts: new Map([...counts, [next.quick, size]]) });
            }}
          />
        </After>
      )}
      {queries.map(({ quick }) => {
        const isOn = filters.quick === quick;
        const size = counts.get(quick);
        return (
          <Button
            key={quick}
            size="xs"
            variant={isOn ? 'primary' : 'secondary'}
            disabled={size === 0 && !isOn}
            onClick={() => {
              onChange({ quick: isOn ? null : quick });
            }}
          >
            {`${isOn ? 'Only: ' : ''}${labelOf(quick, isApprover)}${size === undefined ? '' : ` (${count(size, { locale })})`}`}
          </Button>
        );
      })}
    </>
  );
}

type Counts = { readonly key: string; readonly counts: ReadonlyMap<QuickFilter, number> };

function labelOf(quick: QuickFilter, isApprover: boolean): string {
  switch (quick) {
    case 'approval':
      return isApprover ? 'Waiting for my approval' : 'Waiting for approval';
    case 'unanswered':
      return 'Offers without an answer for a week';
    case 'overdue':
      return 'Overdue';
  }
}
