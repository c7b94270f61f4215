import { useState } from 'react';
import type { ReactNode } from 'react';
import { AutoGrid, Flex, Link, Table, TableBody, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import { nameWithCompany } from './deal-name.ts';
import { recordAddress } from './record-address.ts';
import { demibold } from './text-formats.ts';

export type FigureOfLine = {
  readonly label: string;
  readonly value: string;
  /** In small print below it; null for nothing. */
  readonly beside?: string | null;
};

type FoldingTableProps<Item> = {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  /** What an item is about, and what takes more room than a figure. */
  readonly subject: (item: Item) => ReactNode;
  readonly figures: (item: Item) => readonly FigureOfLine[];
  /** Buttons, where something can be done with an item. */
  readonly actions?: (item: Item) => ReactNode;
};

const perPage = 25;
/** Least pixels of a subject and of one of its figures: on a desk all are side by side, on a phone one below the other. */
const [subjectPixels, figurePixels] = [300, 95];

/** Items in one column, in pages: HubSpot tells an app no width, and a table of five columns is none on a phone. */
export function FoldingTable<Item>({ items, keyOf, subject, figures, actions }: FoldingTableProps<Item>) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(wanted, pageCount);
  return (
    <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
      <TableBody>
        {items.slice((page - 1) * perPage, page * perPage).map((item) => (
          <TableRow key={keyOf(item)}>
            <TableCell>
              <AutoGrid columnWidth={subjectPixels} flexible={true} gap="xs">
                <Flex direction="column" gap="flush">
                  {subject(item)}
                </Flex>
                <AutoGrid columnWidth={figurePixels} flexible={true} gap="xs">
                  {figures(item).map((figure) => (
                    <Figure key={figure.label} {...figure} />
                  ))}
                  {actions !== undefined && (
                    <Flex direction="row" align="start">
                      {actions(item)}
                    </Flex>
                  )}
                </AutoGrid>
              </AutoGrid>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Figure({ label, value, beside = null }: FigureOfLine) {
  return (
    <Flex direction="column" gap="flush">
      <Text variant="microcopy">{label}</Text>
      <Text format={demibold}>{value}</Text>
      {beside !== null && beside !== '' && <Text variant="microcopy">{beside}</Text>}
    </Flex>
  );
}

type DealSubjectProps = {
  readonly deal: {
    readonly dealId: string;
    readonly dealName: string;
    readonly company: string;
    readonly owner: string;
  };
  readonly portalId: number;
};

/** A deal as what a line is about: the way to it, and whose it is. */
export function DealSubject({ deal: { dealId, dealName, company, owner }, portalId }: DealSubjectProps) {
  return (
    <>
      <Link href={recordAddress(portalId, 'deal', dealId)}>{nameWithCompany(dealName, company)}</Link>
      <Text variant="microcopy">{owner}</Text>
    </>
  );
}
