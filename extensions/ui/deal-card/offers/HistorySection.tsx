import { Accordion, Flex } from '@hubspot/ui-extensions';
import type { DealCard } from '../use-deal-card.ts';
import { HandoverPanel } from './HandoverPanel.tsx';
import { OfferHistory } from './OfferHistory.tsx';
import { OutcomeResult } from './OutcomeResult.tsx';
import { isSpeedConfirmed } from '@deal-terms/core/deal-state';

/** What was agreed and what came of it, and all that happened; closed until somebody looks. */
export function HistorySection({ card, locale }: { readonly card: DealCard; readonly locale: string }) {
  const { negotiation, events } = card.offers;
  const { offer, outcome, status } = negotiation;
  const { account, today } = card.session.basis;
  const { expedite } = card.deal;
  return (
    <Flex direction="column" gap="xs">
      {status === 'agreed' && offer !== null && (
        <Accordion title="For the quote" size="sm">
          <HandoverPanel
            agreed={offer}
            orderedOn={card.orderedOn}
            isDeliveryConfirmed={isSpeedConfirmed(expedite.status, expedite.daysSaved, offer.terms.daysSaved)}
            locale={locale}
          />
        </Accordion>
      )}
      {outcome !== null && offer !== null && (
        <OutcomeResult agreed={offer} outcome={outcome} today={today} locale={locale} />
      )}
      <OfferHistory events={events} account={account} locale={locale} />
    </Flex>
  );
}
