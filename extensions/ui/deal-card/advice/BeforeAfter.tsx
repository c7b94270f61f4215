import { Flex, Heading, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { PositionRow } from './position-view.ts';

/** What the best trade does to the deal, settled at the fair price. */
export function BeforeAfter({ rows }: { readonly rows: readonly PositionRow[] }) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>What the best trade does to this deal</Heading>
      <Table density="condensed" flush={true}>
        <TableHead>
          <TableRow>
            <TableHeader>Measure</TableHeader>
            <TableHeader align="right">Today</TableHeader>
            <TableHeader align="right">Best trade</TableHeader>
            <TableHeader align="right">Change</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label, before, after, change }) => (
            <TableRow key={label}>
              <TableCell>{label}</TableCell>
              <TableCell align="right">{before}</TableCell>
              <TableCell align="right">{after}</TableCell>
              <TableCell align="right">{change}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
