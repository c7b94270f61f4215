import { DescriptionList, DescriptionListItem, Flex, List, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { Fact, AdvisedOfferView } from '../../shared/advised-offer-view.ts';
import { bold, demibold } from '../../shared/text-formats.ts';

/** One offer: the swap, the price of it, what it comes to. */
export function AdvisedOffer({ view, isBest }: { readonly view: AdvisedOfferView; readonly isBest: boolean }) {
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="sm" align="start">
        {isBest ? <Tag variant="success">Best trade</Tag> : <Tag>Alternative</Tag>}
        <Text format={bold}>{view.title}</Text>
        <Side title="We ask for" items={view.ask} />
        <Side title="We give" items={view.give} />
        <Facts facts={[...view.price, ...view.effects]} />
      </Flex>
    </Tile>
  );
}

function Side({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <Flex direction="column" gap="flush">
      <Text variant="microcopy" format={demibold}>
        {title}
      </Text>
      {items.length === 0 ? (
        <Text>Nothing</Text>
      ) : (
        <List variant="unordered-styled">
          {items.map((item) => (
            <Text key={item}>{item}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <DescriptionList direction="row">
      {facts.map(({ label, value }) => (
        <DescriptionListItem key={label} label={label}>
          <Text inline={true}>{value}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
