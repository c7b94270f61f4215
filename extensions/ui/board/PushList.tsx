import { Flex, Heading, Link, LoadingSpinner, StatusTag, Text } from '@hubspot/ui-extensions';
import { boardDealPropertyNames, decodeDeal, scorePropertyOf } from '@deal-terms/core/crm';
import { pushList } from '@deal-terms/core/deal-state';
import type { Push } from '@deal-terms/core/deal-state';
import { money } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { readerOf } from '../shared/reader.ts';
import { recordAddress } from '../shared/record-address.ts';
import { demibold } from '../shared/text-formats.ts';
import { recordsPerPage, useCrmPages } from '../shared/use-crm-pages.ts';
import { dealLine } from './deal-row.ts';
import type { FilteredDealsProps } from './filtered-deals-props.ts';

/** So many deals can be called in a day. */
const mostToday = 5;

type PushListProps = Pick<FilteredDealsProps, 'query' | 'opened' | 'names' | 'locale'>;

/** Whom to call today: the five deals of a filter that gain most on average, closing counted, where the next move is ours. */
export function PushList({ query: { objectType, query, filterGroups }, opened, names, locale }: PushListProps) {
  // The best by gain, then weighed by their chance to close: nobody further down could come out on top.
  const { records, isComplete, problem, retry } = useCrmPages(
    {
      objectType,
      query,
      filterGroups,
      sorts: [{ propertyName: scorePropertyOf.expectedGainHome, direction: 'DESCENDING' }],
      properties: [...boardDealPropertyNames],
    },
    recordsPerPage,
  );
  const { account, policy } = opened;
  if (problem !== null)
    return <Failed title="The deals to push could not be read" text={problem} reference={null} retry={retry} />;
  if (!isComplete) return <LoadingSpinner label="Choosing the deals to push" showLabel={true} />;
  const pushes = pushList(
    records.map((record) => decodeDeal(record, account)),
    account.homeCurrency,
    mostToday,
  );
  const basis = { account, policy, names, locale };
  return (
    <Flex direction="column" gap="xs">
      <Heading>Push today</Heading>
      {pushes.length === 0 && (
        <Text variant="microcopy">
          No deal waits for us: either a customer, an approver or operations has the next move, or nothing is worth
          offering.
        </Text>
      )}
      {pushes.map((push) => (
        <PushLine key={push.deal.id} push={push} basis={basis} />
      ))}
    </Flex>
  );
}

function PushLine({ push, basis }: { readonly push: Push; readonly basis: Parameters<typeof dealLine>[2] }) {
  const { account, locale } = basis;
  const { dealId, dealName, owner, state, score } = dealLine(push.deal, push.state, basis);
  const price = score === null || score.price === '' ? [] : [`at ${score.price}`];
  const what = [owner, ...price, ...(score === null ? [] : [score.ask])].join(' · ');
  return (
    <Flex direction="row" gap="sm" align="center" wrap={true}>
      <Text format={demibold}>{money(push.worth, readerOf(locale, account.homeCurrency))}</Text>
      <Link href={recordAddress(account.portalId, 'deal', dealId)}>{dealName}</Link>
      <StatusTag variant={state.tone}>{state.label}</StatusTag>
      <Text variant="microcopy" truncate={{ tooltipText: what, maxWidth: 520 }}>
        {what}
      </Text>
    </Flex>
  );
}
