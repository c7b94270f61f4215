import { AutoGrid, Flex, Heading } from '@hubspot/ui-extensions';
import type { AdvisedOfferView } from '../../shared/advised-offer-view.ts';
import { AdvisedOffer } from './AdvisedOffer.tsx';
import { Reasons } from './Reasons.tsx';

/** Up to three offers side by side, best first; below each other where there is no room. */
export function AdvisedOffers({ views }: { readonly views: readonly AdvisedOfferView[] }) {
  if (views.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Offers to put side by side</Heading>
      <AutoGrid columnWidth={165} flexible={true} gap="sm">
        {views.map((view, index) => (
          <AdvisedOffer key={view.packageId} view={view} isBest={index === 0} />
        ))}
      </AutoGrid>
      <Reasons views={views} />
    </Flex>
  );
}
