import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { PipelineDeal } from '@deal-terms/core/plan';
import { bold } from '../shared/text-formats.ts';

type ExcludedDealsProps = { readonly deals: readonly PipelineDeal[]; readonly onInclude: (dealId: string) => void };

/** Deals the viewer took out of the plan, and the way back. */
export function ExcludedDeals({ deals, onInclude }: ExcludedDealsProps) {
  if (deals.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={bold}>Left out by you</Text>
      {deals.map(({ dealName, input }) => (
        <Flex key={input.id} direction="row" gap="sm" align="center" wrap={true}>
          <Text>{dealName}</Text>
          <Button
            size="xs"
            onClick={() => {
              onInclude(input.id);
            }}
          >
            Take in again
          </Button>
        </Flex>
      ))}
    </Flex>
  );
}
