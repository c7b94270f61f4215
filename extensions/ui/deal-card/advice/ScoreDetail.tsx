import { Flex } from '@hubspot/ui-extensions';
import type { CustomerProfile } from '@deal-terms/core/contracts';
import type { Captured, PolicyInForce } from '@deal-terms/core/crm';
import type { LocalScore } from '../session/local-score.ts';
import { assumptionViews } from './assumption-view.ts';
import { fairDealingViews } from './fair-dealing-view.ts';
import { advisedOfferViews } from '../../shared/advised-offer-view.ts';
import { positionRows } from './position-view.ts';
import { readerOf } from '../../shared/reader.ts';
import { hasNoAnswers } from './score-view.ts';
import { Assumptions } from './Assumptions.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { FairDealing } from './FairDealing.tsx';
import { AdvisedOffers } from './AdvisedOffers.tsx';

type ScoreDetailProps = {
  readonly score: Extract<LocalScore, { kind: 'scored' }>;
  readonly customer: CustomerProfile;
  readonly captured: Captured;
  readonly policy: PolicyInForce;
  readonly today: string;
  readonly locale: string;
};

/** The offers, what the best one does to the deal, and what all of it rests on; nothing on a blank deal. */
export function ScoreDetail({ score, customer, captured, policy, today, locale }: ScoreDetailProps) {
  const { result, resolved } = score;
  const reader = readerOf(locale, resolved.currency);
  const rows = positionRows(result, reader);
  if (hasNoAnswers(captured)) return null;
  return (
    <Flex direction="column" gap="md">
      <AdvisedOffers views={advisedOfferViews(result, resolved.input, reader)} />
      <FairDealing
        notes={fairDealingViews(
          result,
          resolved.input,
          { ...customer, sellerCountry: policy.app.sellerCountry },
          reader,
        )}
      />
      {rows !== null && <BeforeAfter rows={rows} />}
      <Assumptions views={assumptionViews(captured, score, policy, today, reader)} />
    </Flex>
  );
}
