import { Flex } from '@hubspot/ui-extensions';
import type { CustomerProfile } from '@deal-terms/core/contracts';
import type { Captured, PolicyInForce } from '@deal-terms/core/crm';
import type { LocalScore } from '../state/local-score.ts';
import { assumptionViews } from '../views/assumption-view.ts';
import { fairDealingViews } from '../views/fair-dealing-view.ts';
import { offerViews } from '../views/offer-view.ts';
import { positionRows } from '../views/position-view.ts';
import { readerOf } from '../views/reader.ts';
import { isBlank } from '../views/score-view.ts';
import { Assumptions } from './Assumptions.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { FairDealing } from './FairDealing.tsx';
import { Offers } from './Offers.tsx';

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
  if (isBlank(captured)) return null;
  return (
    <Flex direction="column" gap="md">
      <Offers views={offerViews(result, resolved.input, reader)} />
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
