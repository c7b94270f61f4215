import type { OpenDealReply } from '@deal-terms/core/contracts';
import type { PropertyValues } from '@deal-terms/core/crm';
import type { CardProps } from '../shared/card-props.ts';

export type OpenedDeal = Extract<OpenDealReply, { ok: true }>;

/** What every part of the card that speaks of the deal is given. */
export type DealProps = {
  /** Its properties, live. */
  readonly record: PropertyValues;
  /** What `open-deal` answered. */
  readonly opened: OpenedDeal;
  /** Canonical. */
  readonly locale: string;
  readonly actions: CardProps['actions'];
};
