import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import { count, money } from '@deal-terms/core/words';
import { dateInWords, readerOf } from '../shared/reader.ts';
import { loadInWords } from '../shared/expedite-words.ts';
import type { OpenedTicket } from './use-ticket.ts';
import { bold } from '../shared/text-formats.ts';

type DecisionPreviewProps = { readonly ticket: OpenedTicket; readonly isReading: boolean; readonly locale: string };

/** What the date and cost mean: how much sooner, what is left for us, and whether the week has room. */
export function DecisionPreview({ ticket: { trade, weeks, deal, request }, isReading, locale }: DecisionPreviewProps) {
  if (trade === null)
    return <Text>The deal cannot be weighed as it stands: an amount, a rate or an answer is missing.</Text>;
  const reader = readerOf(locale, deal.currency);
  const { date, usualDate, daysSaved, cost, gain } = trade;
  const load = loadInWords(weeks, date, locale);
  const neededBy = request?.neededBy ?? null;
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Text format={bold}>{gainInWords(daysSaved, gain, (value) => money(value, reader), cost)}</Text>
        <Text>
          {daysSaved > 0
            ? `${dateInWords(date, locale)} is ${count(daysSaved, { locale })} ${daysSaved === 1 ? 'day' : 'days'} sooner than ${dateInWords(usualDate, locale)}.`
            : `The usual delivery is on ${dateInWords(usualDate, locale)}: name an earlier day.`}
        </Text>
        {neededBy !== null && date > neededBy && (
          <Text>{`The customer needs it by ${dateInWords(neededBy, locale)}: this is too late.`}</Text>
        )}
        <Text>{load?.text ?? 'How full that week is will be known once it is nearer.'}</Text>
        {isReading && <Text variant="microcopy">Weighing…</Text>}
      </Flex>
    </Tile>
  );
}

function gainInWords(daysSaved: number, gain: number | null, inMoney: (value: number) => string, cost: number): string {
  if (daysSaved <= 0) return 'No days are saved.';
  if (gain === null)
    return 'What we gain cannot be worked out: our policy or the customer’s answers rule this trade out.';
  return gain >= 0
    ? `Gain for us if granted: ${inMoney(gain)}, after ${inMoney(cost)} for the speed.`
    : `At ${inMoney(cost)} we would lose ${inMoney(-gain)} on it.`;
}
