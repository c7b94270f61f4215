import { Accordion, List, Text } from '@hubspot/ui-extensions';
import type { Account } from '@deal-terms/core/crm';
import type { OfferEvent } from '@deal-terms/core/offers';
import { eventInWords } from '../../shared/offer-words.ts';

/** All that happened, latest first. */
export function OfferHistory({
  events,
  account,
  locale,
}: {
  readonly events: readonly OfferEvent[];
  readonly account: Account;
  readonly locale: string;
}) {
  if (events.length === 0) return null;
  return (
    <Accordion title={events.length === 1 ? 'History: 1 entry' : `History: ${events.length} entries`} size="sm">
      <List variant="unordered-styled">
        {[...events].reverse().map((event) => (
          <Text key={event.revision}>{eventInWords(event, account, locale)}</Text>
        ))}
      </List>
    </Accordion>
  );
}
