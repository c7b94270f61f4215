import { useState } from 'react';
import { Button, Flex, Link, List, Text, useCrmSearch, useExtensionContext } from '@hubspot/ui-extensions';
import type { UnscoredDeal } from '@deal-terms/core/contracts';
import { readText } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import { recordAddress } from './record-address.ts';
import { unscoredWords } from './rescore-view.ts';

/** So many lines can be read; the others are one click away. */
const shownAtFirst = 10;
/** More ids than this make a request longer than HubSpot takes. */
const namesAtOnce = 100;

type UnscoredDealsProps = { readonly deals: readonly UnscoredDeal[]; readonly locale: string };

/** Names the deals that have no new score, each with the reason and what to do. */
export function UnscoredDeals({ deals, locale }: UnscoredDealsProps) {
  const [isOpen, setOpen] = useState(false);
  if (deals.length === 0) return null;
  const shown = deals.slice(0, isOpen ? namesAtOnce : shownAtFirst);
  const more = deals.length - shown.length;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'bold' }}>Without a new score</Text>
      <NamedDeals key={shown.length} deals={shown} />
      {!isOpen && more > 0 && (
        <Flex direction="row">
          <Button
            size="sm"
            variant="transparent"
            onClick={() => {
              setOpen(true);
            }}
          >{`Show ${count(Math.min(more, namesAtOnce - shownAtFirst), { locale })} more`}</Button>
        </Flex>
      )}
      {isOpen && more > 0 && <Text variant="microcopy">{`And ${count(more, { locale })} more.`}</Text>}
    </Flex>
  );
}

function NamedDeals({ deals }: { readonly deals: readonly UnscoredDeal[] }) {
  const { portal } = useExtensionContext();
  const { results } = useCrmSearch({
    objectType: 'deals',
    properties: ['dealname'],
    pageLength: namesAtOnce,
    filterGroups: [
      { filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: deals.map(({ dealId }) => dealId) }] },
    ],
  });
  const names = new Map(
    results.map(({ objectId, properties }) => [String(objectId), readText(properties['dealname'])]),
  );
  return (
    <List>
      {deals.map((deal) => (
        <Text key={deal.dealId}>
          <Link href={recordAddress(portal.id, 'deal', deal.dealId)}>
            {names.get(deal.dealId) ?? `Deal ${deal.dealId}`}
          </Link>{' '}
          {unscoredWords(deal)}
        </Text>
      ))}
    </List>
  );
}
