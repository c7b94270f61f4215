import { Accordion, Flex, Heading, Link, List, Text, Toggle } from '@hubspot/ui-extensions';
import type { PipelineDeal } from '@deal-terms/core/plan';
import { count, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { recordAddress } from '../shared/record-address.ts';
import { overdueInWords } from './overdue-in-words.ts';

type OverdueDealsProps = {
  /** Those of the pipeline whose close date is past or missing. */
  readonly deals: readonly PipelineDeal[];
  readonly isCounted: boolean;
  readonly portalId: number;
  readonly reader: Reader;
  readonly onCount: (isCounted: boolean) => void;
};

/** More links than this help nobody. */
const linkedAtMost = 20;

/** Deals nobody knows the order day of: apart from the plan, unless the viewer counts them as ordered today. */
export function OverdueDeals({ deals, isCounted, portalId, reader, onCount }: OverdueDealsProps) {
  if (deals.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Heading>{`Overdue (${count(deals.length, reader)})`}</Heading>
      <Text>{overdueInWords(deals, isCounted, reader)}</Text>
      <Toggle
        name="counts-overdue"
        label="Count overdue deals as ordered today"
        checked={isCounted}
        onChange={onCount}
      />
      <Accordion title="Give them a close date" size="sm">
        <List variant="unordered-styled">
          {deals.slice(0, linkedAtMost).map(({ input: { id, deal }, dealName }) => (
            <Link key={id} href={recordAddress(portalId, 'deal', id)}>
              {`${dealName}, ${money(deal.amount, reader)}`}
            </Link>
          ))}
        </List>
        {deals.length > linkedAtMost && <Text variant="microcopy">{`and ${deals.length - linkedAtMost} more`}</Text>}
      </Accordion>
    </Flex>
  );
}
