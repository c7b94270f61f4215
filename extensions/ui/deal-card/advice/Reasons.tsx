import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { AdvisedOfferView } from '../../shared/advised-offer-view.ts';
import { demibold } from '../../shared/text-formats.ts';

/** Why each side gains: the best trade's reasons in sight, the others' to be opened. */
export function Reasons({ views }: { readonly views: readonly AdvisedOfferView[] }) {
  const [best, ...others] = views;
  if (best === undefined) return null;
  return (
    <Flex direction="column" gap="xs">
      <Reason view={best} />
      {others.length > 0 && (
        <Accordion title="Why the alternatives suit both sides" size="sm">
          <Flex direction="column" gap="sm">
            {others.map((view) => (
              <Reason key={view.packageId} view={view} />
            ))}
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}

function Reason({ view }: { readonly view: AdvisedOfferView }) {
  return (
    <Flex direction="column" gap="xs">
      <Text format={demibold}>{view.title}: why it suits both sides</Text>
      <Text>{view.sellerReason}</Text>
      <Text>{view.customerReason}</Text>
    </Flex>
  );
}
