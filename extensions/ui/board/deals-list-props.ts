import type { BoardView } from './board-filters.ts';
import type { DealRow } from './deal-row.ts';

/** Deals to be drawn as the lines of a table, or one below the other. */
export type DealsListProps = {
  readonly rows: readonly DealRow[];
  /** By company id. */
  readonly companyNames: ReadonlyMap<string, string>;
  readonly selected: ReadonlySet<string>;
  readonly portalId: number;
  readonly view: BoardView;
  readonly onView: (change: Partial<BoardView>) => void;
  readonly onSelect: (dealIds: readonly string[], isSelected: boolean) => void;
};
