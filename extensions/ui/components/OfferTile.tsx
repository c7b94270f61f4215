import { DescriptionList, DescriptionListItem, Flex, Heading, List, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { Fact, OfferView } from '../views/offer-view.ts';

/** One offer: the swap, the price of it, what it does for each side. */
export function OfferTile({ view, isBest }: { readonly view: OfferView; readonly isBest: boolean }) {
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Flex direction="row" gap="xs" wrap={true} align="center">
          <Heading inline={true}>{view.title}</Heading>
          {isBest && <Tag variant="success" inline={true}>Best trade</Tag>}
        </Flex>
        <Side title="We ask for" items={view.ask} />
        <Side title="We give" items={view.give} />
        <Facts facts={[...view.price, ...view.effects]} />
        <Text variant="microcopy">{view.sellerReason}</Text>
        <Text variant="microcopy">{view.customerReason}</Text>
      </Flex>
    </Tile>
  );
}

function Side({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <Flex direction="column" gap="flush">
      <Text variant="microcopy" format={{ fontWeight: 'demibold' }}>{title}</Text>
      {items.length === 0 ? <Text>Nothing</Text> : <List variant="unordered-styled">{items.map((item) => <Text key={item}>{item}</Text>)}</List>}
    </Flex>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <DescriptionList direction="row">
      {facts.map(({ label, value }) => <DescriptionListItem key={label} label={label}><Text inline={true}>{value}</Text></DescriptionListItem>)}
    </DescriptionList>
  );
}
