import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Headline } from './plan-figures.ts';

/** The plan's figures in a row. */
export function Headlines({ figures }: { readonly figures: readonly Headline[] }) {
  return (
    <Statistics>
      {figures.map(({ label, value, note }) => (
        <StatisticsItem key={label} label={label} number={value}>
          {note !== null && <Text variant="microcopy">{note}</Text>}
        </StatisticsItem>
      ))}
    </Statistics>
  );
}
