import {
  Flex,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { nameWithCompany } from './deal-name.ts';
import { recordAddress } from './record-address.ts';
import { demibold, regular } from './text-formats.ts';

type Column<Line> = {
  readonly head: string;
  readonly of: (line: Line) => string;
  readonly align?: 'right';
  readonly isWide?: boolean;
};
type OfDeal = { readonly dealId: string; readonly dealName: string; readonly company: string; readonly owner: string };

type LinesTableProps<Line> = {
  readonly lines: readonly Line[];
  readonly columns: readonly Column<Line>[];
  /** Given where lines are deals: then they begin with a link to it and whose it is. */
  readonly portalId?: number;
  /** Lines that matter most, such as sums. */
  readonly isBold?: (line: Line) => boolean;
};

/** Lines of text as a table. */
export function LinesTable<Line extends object>({
  lines,
  columns,
  portalId,
  isBold = () => false,
}: LinesTableProps<Line>) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          {portalId !== undefined && <TableHeader>Deal</TableHeader>}
          {columns.map(({ head, align, isWide }, place) => (
            <TableHeader key={place} {...shape(align, isWide)}>
              {head}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line, index) => (
          <TableRow key={index}>
            {portalId !== undefined && isOfDeal(line) && (
              <TableCell>
                <DealCell deal={line} portalId={portalId} />
              </TableCell>
            )}
            {columns.map(({ of, align, isWide }, place) => (
              <TableCell key={place} {...shape(align, isWide)}>
                <Text format={isBold(line) ? demibold : regular}>{of(line)}</Text>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function DealCell({ deal, portalId }: { readonly deal: OfDeal; readonly portalId: number }) {
  return (
    <Flex direction="column" gap="flush">
      <Link href={recordAddress(portalId, 'deal', deal.dealId)}>{nameWithCompany(deal.dealName, deal.company)}</Link>
      <Text variant="microcopy">{deal.owner}</Text>
    </Flex>
  );
}

function isOfDeal(line: object): line is OfDeal {
  return 'dealId' in line;
}

function shape(align: 'right' | undefined, isWide: boolean | undefined) {
  return { ...(align === undefined ? {} : { align }), ...(isWide === true ? { width: 'max' as const } : {}) };
}
