import { Checkbox, Flex, Link, Text, Tile } from '@hubspot/ui-extensions';
import { nameWithCompany } from '../shared/deal-name.ts';
import { recordAddress } from '../shared/record-address.ts';
import { columnLabels } from './board-columns.ts';
import { DealCell } from './DealCell.tsx';
import type { DealsListProps } from './deals-list-props.ts';

/** Deals one below the other, each with its columns under its name: for a screen no table fits on. */
export function DealsStack({ rows, companyNames, selected, portalId, view, onSelect }: DealsListProps) {
  return (
    <Flex direction="column" gap="xs">
      {rows.map((row) => (
        <Tile key={row.dealId} compact={true}>
          <Flex direction="row" gap="xs" align="start">
            <Checkbox
              aria-label={`Select ${row.dealName}`}
              checked={selected.has(row.dealId)}
              onChange={(isSelected) => {
                onSelect([row.dealId], isSelected);
              }}
            />
            <Flex direction="column" gap="xs">
              <Link href={recordAddress(portalId, 'deal', row.dealId)}>
                {nameWithCompany(row.dealName, companyNames.get(row.companyId) ?? '')}
              </Link>
              <Flex direction="row" gap="sm" wrap={true}>
                {view.columns.map((column) => (
                  <Flex key={column} direction="column" gap="flush">
                    <Text variant="microcopy">{columnLabels[column]}</Text>
                    <Text>
                      <DealCell column={column} row={row} maxWidth={null} />
                    </Text>
                  </Flex>
                ))}
              </Flex>
            </Flex>
          </Flex>
        </Tile>
      ))}
    </Flex>
  );
}
