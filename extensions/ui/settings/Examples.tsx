import { useMemo } from 'react';
import { AutoGrid, DescriptionList, DescriptionListItem, Flex, Heading, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { PolicySettings } from '@deal-terms/core/crm';
import { money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { exampleDeals } from './example-deals.ts';
import type { ExampleDeal } from './example-deals.ts';
import { exampleFigures } from './example-view.ts';
import { bold, regular } from '../shared/text-formats.ts';

type ExamplesProps = {
  readonly inForce: PolicySettings;
  /** What is being edited; null while it cannot be used. */
  readonly edited: PolicySettings | null;
  readonly reader: Reader;
};

/** Two deals scored under the policy in force and under the one being edited. */
export function Examples({ inForce, edited, reader }: ExamplesProps) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>Effect on two example deals</Heading>
      {edited === null && <Text variant="microcopy">Correct the marked settings to see what they do.</Text>}
      <AutoGrid columnWidth={320} flexible={true} gap="md">
        {exampleDeals.map((example) => (
          <Example key={example.id} example={example} inForce={inForce} edited={edited ?? inForce} reader={reader} />
        ))}
      </AutoGrid>
    </Flex>
  );
}

function Example({
  example,
  inForce,
  edited,
  reader,
}: {
  readonly example: ExampleDeal;
  readonly inForce: PolicySettings;
  readonly edited: PolicySettings;
  readonly reader: Reader;
}) {
  const figures = useMemo(() => exampleFigures(example, inForce, edited, reader), [example, inForce, edited, reader]);
  const isChanged = figures.some(({ before, after }) => before !== after);
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Flex direction="row" gap="sm" wrap={true} align="center" justify="between">
          <Text format={bold}>{`${example.title}, ${money(example.deal.amount, reader)}`}</Text>
          {isChanged ? <Tag variant="warning">Changes</Tag> : <Tag>As today</Tag>}
        </Flex>
        <Text variant="microcopy">{example.about}</Text>
        <DescriptionList direction="row">
          {figures.map(({ label, before, after }) => (
            <DescriptionListItem key={label} label={label}>
              <Flex direction="column" gap="flush">
                <Text format={before === after ? regular : bold}>{after}</Text>
                {before !== after && <Text variant="microcopy">{`was: ${before}`}</Text>}
              </Flex>
            </DescriptionListItem>
          ))}
        </DescriptionList>
      </Flex>
    </Tile>
  );
}
