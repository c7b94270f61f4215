import { Flex, Heading, Tag } from '@hubspot/ui-extensions';
import { isoWeeksFrom } from '@deal-terms/core/expedite';
import { weekInWords } from '../shared/week-words.ts';
import { count } from '@deal-terms/core/words';

/** A quarter, over the end of the year too. */
const weeksShown = 12;

type WeekLoadsProps = {
  readonly taken: ReadonlyMap<string, number>;
  readonly slots: number;
  readonly today: string;
  readonly locale: string;
};

/** How full the weeks ahead are. */
export function WeekLoads({ taken, slots, today, locale }: WeekLoadsProps) {
  return (
    <Flex direction="column" gap="xs">
      <Heading>Slots taken in the next twelve weeks</Heading>
      <Flex direction="row" gap="xs" wrap={true}>
        {isoWeeksFrom(today, weeksShown).map((week) => {
          const used = taken.get(week) ?? 0;
          return (
            <Tag
              key={week}
              variant={used >= slots ? 'warning' : 'default'}
            >{`${weekInWords(week, locale)}: ${count(used, { locale })} of ${count(slots, { locale })}${used >= slots ? ', full' : ''}`}</Tag>
          );
        })}
      </Flex>
    </Flex>
  );
}
