import type { AccountNames } from '../shared/account-names.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import type { BoardQuery } from './board-query.ts';

/** What a filter's deals are drawn from, as a whole and page by page. */
export type FilteredDealsProps = {
  /** Its conditions are the same for the life of the component; its order may change. */
  readonly query: Extract<BoardQuery, { ok: true }>;
  readonly opened: OpenedBoard;
  readonly names: AccountNames;
  readonly locale: string;
  /** By company id, as far as they have been read. */
  readonly companyNames: ReadonlyMap<string, string>;
  readonly onCompanies: (names: ReadonlyMap<string, string>) => void;
};
