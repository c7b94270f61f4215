import type { AccountNames } from '../shared/account-names.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import type { BoardFilters } from './board-filters.ts';
import type { BoardQuery } from './board-query.ts';

/** What a filter's deals are drawn from, as a whole and page by page. */
export type FilteredDealsProps = {
  /** Its conditions are the same for the life of the component; its order may change. */
  readonly query: Extract<BoardQuery, { ok: true }>;
  /** Whether the query finds all open deals the viewer may see. */
  readonly isWhole: boolean;
  readonly order: Pick<BoardFilters, 'sort' | 'ascending'>;
  readonly onSort: (order: Pick<BoardFilters, 'sort' | 'ascending'>) => void;
  readonly opened: OpenedBoard;
  readonly names: AccountNames;
  readonly locale: string;
};
