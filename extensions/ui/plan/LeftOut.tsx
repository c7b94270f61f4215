import { Accordion, Flex, Link, List, Text } from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import type { LeftOutView } from './plan-lines.ts';
import { bold } from '../shared/text-formats.ts';

/** More links than this help nobody. */
const linkedAtMost = 20;

type LeftOutProps = { readonly views: readonly LeftOutView[]; readonly portalId: number };

/** What the plan does not count, why, and where to mend it. */
export function LeftOut({ views, portalId }: LeftOutProps) {
  if (views.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={bold}>Not in the plan</Text>
      {views.map(({ reason, title, deals }) => (
        <Accordion key={reason} title={title} size="sm">
          <List variant="unordered-styled">
            {deals.slice(0, linkedAtMost).map(({ dealId, dealName }) => (
              <Link key={dealId} href={recordAddress(portalId, 'deal', dealId)}>
                {dealName}
              </Link>
            ))}
          </List>
          {deals.length > linkedAtMost && <Text variant="microcopy">{`and ${deals.length - linkedAtMost} more`}</Text>}
        </Accordion>
      ))}
    </Flex>
  );
}
