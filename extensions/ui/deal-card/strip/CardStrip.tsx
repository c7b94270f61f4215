import type { DealCard } from '../use-deal-card.ts';
import { NegotiationStrip } from './NegotiationStrip.tsx';

/** The strip of a card. */
export function CardStrip({ card }: { readonly card: DealCard }) {
  return (
    <NegotiationStrip
      view={card.strip}
      status={card.status}
      onStep={card.step}
      onStatusAction={(action) => {
        card.dispatch(
          action === 'undo'
            ? { type: 'undone' }
            : { type: 'sendAsked', purpose: action === 'retry' ? 'save' : 'refresh' },
        );
      }}
    />
  );
}
