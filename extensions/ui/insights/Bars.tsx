import { Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { demibold } from '../shared/text-formats.ts';

export type Bar = { readonly label: string; readonly value: number; readonly text: string };

type BarsProps = { readonly title: string; readonly bars: readonly Bar[] };

/** Bars that each say what they are and how much: HubSpot's charts leave labels out where there is little room. */
export function Bars({ title, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Flex direction="column" gap="xs">
      <Text format={demibold}>{title}</Text>
      {bars.map(({ label, value, text }) => (
        <ProgressBar
          key={label}
          title={label}
          aria-label={`${title}: ${label}`}
          value={value}
          maxValue={most}
          valueDescription={text}
        />
      ))}
    </Flex>
  );
}
