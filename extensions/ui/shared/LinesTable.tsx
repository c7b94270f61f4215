import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { demibold, regular } from './text-formats.ts';

type Column<Line> = {
  readonly head: string;
  readonly of: (line: Line) => string;
  readonly align?: 'right';
};

type LinesTableProps<Line> = {
  readonly lines: readonly Line[];
  readonly columns: readonly Column<Line>[];
  /** Lines that matter most, such as sums. */
  readonly isBold?: (line: Line) => boolean;
};

/** Figures to be compared down a column; what is read line by line is a `FoldingTable`. */
export function LinesTable<Line>({ lines, columns, isBold = () => false }: LinesTableProps<Line>) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          {columns.map(({ head, align }, place) => (
            <TableHeader key={place} {...(align === undefined ? {} : { align })}>
              {head}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line, index) => (
          <TableRow key={index}>
            {columns.map(({ of, align }, place) => (
              <TableCell key={place} {...(align === undefined ? {} : { align })}>
                <Text format={isBold(line) ? demibold : regular}>{of(line)}</Text>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
