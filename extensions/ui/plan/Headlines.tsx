import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Headline } from './plan-lines.ts';

/** The plan's figures in a row. */
export function Headlines({ figures }: { readonly figures: readonly Headline[] }) {
  return (
    <Statistics>
      {figures.map(({ label, value, before }) => (
        <StatisticsItem key={label} label={label} number={value}>
          {before !== null && <Text variant="microcopy">{`${before} today`}</Text>}
        </StatisticsItem>
      ))}
    </Statistics>
  );
}
