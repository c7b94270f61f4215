import { StatusTag, Text } from '@hubspot/ui-extensions';
import type { ColumnKey } from './board-columns.ts';
import type { DealRow } from './deal-row.ts';

type DealCellProps = {
  readonly column: ColumnKey;
  readonly row: DealRow;
  /** Pixels of the longer texts: a line of a table is one line. Null where they may wrap. */
  readonly maxWidth: number | null;
};

const nothing = '–';

/** What a deal says in one of the board's columns. */
export function DealCell({ column, row, maxWidth }: DealCellProps) {
  const { score } = row;
  switch (column) {
    case 'owner':
    case 'stage':
    case 'approval':
      return <ShortText text={row[column]} maxWidth={maxWidth} />;
    case 'closes':
    case 'amount':
      return row[column];
    case 'state':
    case 'offer':
    case 'expedite':
      return <StatusTag variant={row[column].tone}>{row[column].label}</StatusTag>;
    case 'negotiability':
      if (score === null) return <StatusTag variant="default">Not scored yet</StatusTag>;
      return (
        <StatusTag
          variant={score.tone}
        >{`${score.negotiability} ${score.band}${score.outdated === null ? '' : ', old'}`}</StatusTag>
      );
    case 'answers':
      return score?.answers ?? nothing;
    case 'evidence':
      return <ShortText text={score?.figures ?? nothing} maxWidth={null} />;
    case 'trade':
      return (
        <ShortText
          text={score === null || score.price === '' ? nothing : `${score.price}: ${score.ask}`}
          maxWidth={maxWidth === null ? null : 2 * maxWidth}
        />
      );
    case 'expectedGain':
      return score === null ? nothing : `${score.expectedGain} × ${score.closingChance}`;
    case 'daysSooner':
      return score?.daysSooner ?? nothing;
  }
}

/** Small print; in a table of one line, and what does not fit is shown to whoever points at it. */
function ShortText({ text, maxWidth }: { readonly text: string; readonly maxWidth: number | null }) {
  return (
    <Text variant="microcopy" {...(maxWidth === null ? {} : { truncate: { tooltipText: text, maxWidth } })}>
      {text}
    </Text>
  );
}
