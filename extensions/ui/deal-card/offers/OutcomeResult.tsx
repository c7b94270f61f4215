import { Flex, Heading, List, StatusTag, Text } from '@hubspot/ui-extensions';
import { keptPromises, paymentToleranceDays } from '@deal-terms/core/offers';
import type { Outcome, PutForward } from '@deal-terms/core/offers';
import { money } from '@deal-terms/core/words';
import { readerOf } from '../../shared/reader.ts';
import { concessionInWords, concessionView, promiseInWords } from '../../shared/offer-words.ts';
import { bold } from '../../shared/text-formats.ts';

type OutcomeResultProps = {
  readonly agreed: PutForward;
  readonly outcome: Outcome;
  /** ISO date. */ readonly today: string;
  readonly locale: string;
};

/** Whether promises were kept and concessions earned, with the money. */
export function OutcomeResult({ agreed, outcome, today, locale }: OutcomeResultProps) {
  const { promises, concessions, state, lost, realisedGain } = keptPromises(agreed, outcome, today);
  const { currency, sellerGain } = agreed.appraisal;
  const reader = readerOf(locale, currency);
  const view = concessionView(state);
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        <Heading>Result</Heading>
        <StatusTag variant={view.tone}>{view.label}</StatusTag>
      </Flex>
      <List variant="unordered-styled">
        {promises.map((promised) => (
          <Text key={promised.what}>{promiseInWords(promised, locale)}</Text>
        ))}
      </List>
      {concessions.length > 0 && (
        <Text>{`We gave: ${concessions.map((concession) => concessionInWords(concession, currency, locale)).join('; ')}.`}</Text>
      )}
      {state === 'not_earned' && (
        <Text format={bold}>{`Not earned: we gave ${money(lost, reader)} and did not get what was agreed.`}</Text>
      )}
      {realisedGain !== null && (
        <Text>{`${realisedGain < 0 ? 'We lost' : 'We gained'} ${money(Math.abs(realisedGain), reader)}; expected ${money(sellerGain, reader)}.`}</Text>
      )}
      <Text variant="microcopy">{`A payment up to ${paymentToleranceDays} days late counts as in time. If we deliver late, the customer’s days move with us.`}</Text>
    </Flex>
  );
}
