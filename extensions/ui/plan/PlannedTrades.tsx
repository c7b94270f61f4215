import { useState } from 'react';
import { Accordion, CurrencyInput, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { count, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { typedNumber } from '../shared/typed-number.ts';
import { TradesTable } from './TradesTable.tsx';
import type { TradeView } from './plan-lines.ts';

type PlannedTradesProps = {
  readonly trades: readonly TradeView[];
  /** How many deals the plan leaves as they are. */
  readonly untouched: number;
  /** Benefit below which a trade counts as small, home currency. */
  readonly minimumWorth: number;
  readonly reader: Reader;
  readonly onMinimumWorth: (minimum: number) => void;
  /** Whether trades on assumed figures come first. */
  readonly assumedFirst: boolean;
  readonly portalId: number;
  readonly onExclude: (dealId: string) => void;
};

/** The plan as lists: what is to be negotiated in order of work, what is fixed, and what hardly matters. */
export function PlannedTrades({
  trades,
  untouched,
  minimumWorth,
  reader,
  assumedFirst,
  portalId,
  onExclude,
  onMinimumWorth,
}: PlannedTradesProps) {
  const [isEmptied, setEmptied] = useState(false);
  const number = (size: number) => count(size, reader);
  const of = (kind: TradeView['kind']): readonly TradeView[] => {
    const ofKind = trades.filter((trade) => trade.kind === kind);
    return assumedFirst
      ? [...ofKind.filter(({ isAssumed }) => isAssumed), ...ofKind.filter(({ isAssumed }) => !isAssumed)]
      : ofKind;
  };
  const table = (shown: readonly TradeView[]) => (
    <TradesTable trades={shown} portalId={portalId} onExclude={onExclude} />
  );
  const [open, offered, agreed, small] = [of('open'), of('offered'), of('agreed'), of('small')];
  return (
    <Flex direction="column" gap="sm">
      <Heading>{`Trades ${assumedFirst ? 'on assumed figures first' : 'in order of work'} (${number(open.length)})`}</Heading>
      <Flex direction="row">
        <CurrencyInput
          name="minimum-worth"
          label="Group trades worth less than"
          description="By their expected benefit; the totals below still include them."
          currency={reader.currency}
          min={0}
          {...(isEmptied
            ? { error: true, validationMessage: 'Enter a figure: until then the last one counts.' }
            : { value: minimumWorth })}
          onChange={(typed: unknown) => {
            const minimum = typedNumber(typed);
            setEmptied(minimum === null);
            if (minimum !== null) onMinimumWorth(minimum);
          }}
        />
      </Flex>
      {open.length === 0 ? (
        <Text>No further trade is worth making at these figures: leave the terms as they are.</Text>
      ) : (
        table(open)
      )}
      {small.length > 0 && (
        <Accordion
          title={`Small trades, worth less than ${money(minimumWorth, reader)} each (${number(small.length)})`}
          size="sm"
        >
          {table(small)}
        </Accordion>
      )}
      {offered.length > 0 && (
        <>
          <Heading>{`Offers the customer has (${number(offered.length)})`}</Heading>
          <Text variant="microcopy">They stand at their terms, with the chance they were made with.</Text>
          {table(offered)}
        </>
      )}
      {agreed.length > 0 && (
        <>
          <Heading>{`Agreed already (${number(agreed.length)})`}</Heading>
          {table(agreed)}
        </>
      )}
      {untouched > 0 && (
        <Text variant="microcopy">
          {untouched === 1
            ? '1 further deal is left as it is.'
            : `${number(untouched)} further deals are left as they are.`}
        </Text>
      )}
    </Flex>
  );
}
