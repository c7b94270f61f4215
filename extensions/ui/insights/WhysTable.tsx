import { useState } from 'react';
import {
  Checkbox,
  Flex,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import { demibold } from '../shared/text-formats.ts';
import type { WhyLine } from './theme-lines.ts';

type WhysTableProps = {
  readonly whys: readonly WhyLine[];
  readonly portalId: number;
  /** Ids of deals. */
  readonly picked: readonly string[];
  readonly onPick: (why: WhyLine, isPicked: boolean) => void;
};

const perPage = 25;

/** Customers' own words, whole, in pages; a tick takes a deal to the meeting. */
export function WhysTable({ whys, portalId, picked, onPick }: WhysTableProps) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(whys.length / perPage));
  const page = Math.min(wanted, pageCount);
  return (
    <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
      <TableHead>
        <TableRow>
          <TableHeader>Deal</TableHeader>
          <TableHeader width="max">Why</TableHeader>
          <TableHeader align="right">Amount</TableHeader>
          <TableHeader>Discuss</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {whys.slice((page - 1) * perPage, page * perPage).map((why) => (
          <TableRow key={why.dealId}>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Text format={demibold}>{why.company}</Text>
                <Link href={recordAddress(portalId, 'deal', why.dealId)}>{why.dealName}</Link>
                <Text variant="microcopy">{why.state}</Text>
              </Flex>
            </TableCell>
            <TableCell width="max">
              <Flex direction="column" gap="flush" align="start">
                <Text>{why.why}</Text>
                {why.isSilent && <Tag variant="warning">Not discussed in 30 days</Tag>}
              </Flex>
            </TableCell>
            <TableCell align="right">{why.value}</TableCell>
            <TableCell>
              <Checkbox
                size="sm"
                checked={picked.includes(why.dealId)}
                aria-label={`Discuss ${why.dealName}`}
                onChange={(isPicked) => {
                  onPick(why, isPicked);
                }}
              >
                Discuss
              </Checkbox>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
