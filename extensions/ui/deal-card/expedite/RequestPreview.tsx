import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import { dateSaving, estimatedCost, gainIfGranted, givesOf } from '@deal-terms/core/expedite';
import type { TradeBasis, WeekLoad } from '@deal-terms/core/expedite';
import { money } from '@deal-terms/core/words';
import { dateInWords, readerOf } from '../../shared/reader.ts';
import { loadInWords } from '../../shared/expedite-words.ts';
import { termsOf } from './request-draft.ts';
import type { RequestDraft } from './request-draft.ts';
import { bold } from '../../shared/text-formats.ts';

type RequestPreviewProps = {
  readonly basis: TradeBasis;
  readonly draft: RequestDraft;
  readonly today: string;
  readonly weeks: readonly WeekLoad[];
  readonly leadTimeDays: number;
  readonly locale: string;
};

/** What the request would cost and earn, when it would deliver, and whether that week has room. */
export function RequestPreview({ basis, draft, today, weeks, leadTimeDays, locale }: RequestPreviewProps) {
  const terms = termsOf(draft);
  if (terms === null) return null;
  const obstacle = obstacleOf(terms, today, leadTimeDays);
  if (obstacle !== null) return <Text>{obstacle}</Text>;
  const reader = readerOf(locale, basis.resolved.currency);
  const cost = estimatedCost(basis, terms.daysSaved);
  const gain = gainIfGranted(basis, terms, cost);
  const delivery = dateSaving(basis, terms.daysSaved);
  const load = loadInWords(weeks, delivery, locale);
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Text format={bold}>
          {gain === null
            ? `Costs us about ${money(cost, reader)}. Our policy or the customer’s answers rule this trade out.`
            : `Costs us about ${money(cost, reader)} and earns us ${money(gain, reader)} after that.`}
        </Text>
        <Text>{`Delivery on ${dateInWords(delivery, locale)} instead of ${dateInWords(basis.deliveredOn, locale)}, if ordered on ${dateInWords(basis.orderedOn, locale)}.`}</Text>
        <Text>{`Operations will read: ${givesOf(basis, terms)}`}</Text>
        {delivery > terms.neededBy && (
          <Text>{`That is after ${dateInWords(terms.neededBy, locale)}, when the customer needs it.`}</Text>
        )}
        {load !== null && <Text>{load.text}</Text>}
      </Flex>
    </Tile>
  );
}

function obstacleOf(
  { daysSaved, neededBy, offerExpires }: NonNullable<ReturnType<typeof termsOf>>,
  today: string,
  leadTimeDays: number,
): string | null {
  if (daysSaved > leadTimeDays) return `At most ${leadTimeDays} can be saved, the lead time in days.`;
  if (offerExpires < today) return 'The offer would have expired already: choose a later day.';
  return neededBy < today ? 'The day it is needed by is past: choose a later one.' : null;
}
