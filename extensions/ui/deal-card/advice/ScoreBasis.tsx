import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { CustomerCompany } from '@deal-terms/core/contracts';
import type { CustomerProfile, PolicyInForce } from '@deal-terms/core/crm';
import { advisedOfferViews } from '../../shared/advised-offer-view.ts';
import { readerOf } from '../../shared/reader.ts';
import type { LocalScore } from '../session/local-score.ts';
import { assumptionViews } from './assumption-view.ts';
import { Assumptions } from './Assumptions.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { fairDealingViews } from './fair-dealing-view.ts';
import { FairDealing } from './FairDealing.tsx';
import { positionRows } from './position-view.ts';
import { scoreView } from './score-view.ts';

type ScoreBasisProps = {
  readonly score: Extract<LocalScore, { kind: 'scored' }>;
  readonly customer: CustomerCompany;
  readonly captured: CustomerProfile;
  readonly policy: PolicyInForce;
  readonly today: string;
  readonly locale: string;
};

/** Why the offers suit both sides, what the best one does to the deal, and what all of it rests on; closed until somebody asks. */
export function ScoreBasis({ score, customer, captured, policy, today, locale }: ScoreBasisProps) {
  const { result, resolved } = score;
  const reader = readerOf(locale, resolved.currency);
  const rows = positionRows(result, reader);
  const offers = advisedOfferViews(result, resolved.input, reader);
  const [best] = offers;
  const sides = { ...customer, sellerCountry: policy.app.sellerCountry };
  return (
    <Flex direction="column" gap="xs">
      <Accordion title={`Why, and how sure: ${scoreView(result, resolved.input, reader).band}`} size="sm">
        <Flex direction="column" gap="sm">
          <Text>{scoreView(result, resolved.input, reader).meaning}</Text>
          {best !== undefined && (
            <>
              <Text>{best.sellerReason}</Text>
              <Text>{best.customerReason}</Text>
            </>
          )}
          {offers.map(({ packageId, title, cashPrice }) => (
            <Text key={packageId} variant="microcopy">{`${title}: ${cashPrice}`}</Text>
          ))}
          {rows !== null && <BeforeAfter rows={rows} />}
        </Flex>
      </Accordion>
      <Assumptions views={assumptionViews(captured, score, policy, today, reader)} />
      <FairDealing notes={fairDealingViews(result, resolved.input, sides, reader)} />
    </Flex>
  );
}
