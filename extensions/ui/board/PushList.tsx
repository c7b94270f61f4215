import { Flex, Heading, Link, LoadingSpinner, StatusTag, Text } from '@hubspot/ui-extensions';
import { boardDealPropertyNames, decodeDeal, scorePropertyOf } from '@deal-terms/core/crm';
import { pushList } from '@deal-terms/core/deal-state';
import type { Push } from '@deal-terms/core/deal-state';
import { money } from '@deal-terms/core/words';
import { CompanyNames } from '../shared/CompanyNames.tsx';
import { Failed } from '../shared/Failed.tsx';
import { nameWithCompany } from '../shared/deal-name.ts';
import { readerOf } from '../shared/reader.ts';
import { recordAddress } from '../shared/record-address.ts';
import { demibold } from '../shared/text-formats.ts';
import { recordsPerPage, useCrmPages } from '../shared/use-crm-pages.ts';
import { MessageOwner } from './MessageOwner.tsx';
import { After, firstPauseMs } from './After.tsx';
import { dealLine } from './deal-row.ts';
import type { FilteredDealsProps } from './filtered-deals-props.ts';

/** So many deals can be called in a day. */
const mostToday = 5;

/** Whom to call today: the five deals of a filter that gain most on average, closing counted, where the next move is ours. */
export function PushList({
  query: { objectType, query, filterGroups },
  opened,
  names,
  locale,
  companyNames,
  onCompanies,
}: FilteredDealsProps) {
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
  const unknown = [...new Set(pushes.map(({ deal }) => deal.facts.companyId ?? ''))].filter(
    (id) => id !== '' && !companyNames.has(id),
  );
  return (
    <Flex direction="column" gap="xs">
      {unknown.length > 0 && (
        // Most are in the table as well, which asks for their names at once.
        <After ms={firstPauseMs}>
          <CompanyNames key={unknown.join()} ids={unknown} onRead={onCompanies} />
        </After>
      )}
      <Heading>Push today</Heading>
      {pushes.length === 0 && (
        <Text variant="microcopy">
          No deal waits for us: either a customer, an approver or operations has the next move, or nothing is worth
          offering.
        </Text>
      )}
      {pushes.map((push) => (
        <PushLine
          key={push.deal.id}
          push={push}
          company={companyNames.get(push.deal.facts.companyId ?? '') ?? ''}
          basis={basis}
        />
      ))}
    </Flex>
  );
}

type PushLineProps = {
  readonly push: Push;
  /** "" for none. */
  readonly company: string;
  readonly basis: Parameters<typeof dealLine>[2];
};

/** Pixels of texts, so that the whole is one line on a screen 1280 wide. */
const [namePixels, askPixels] = [270, 470];

function PushLine({ push, company, basis }: PushLineProps) {
  const { account, locale } = basis;
  const { dealId, dealName, owner, state, score } = dealLine(push.deal, push.state, basis);
  const name = nameWithCompany(dealName, company);
  const price = score === null || score.price === '' ? [] : [`at ${score.price}`];
  const isOwned = push.deal.facts.ownerId !== null;
  const what = [...(isOwned ? [] : [owner]), ...price, ...(score === null ? [] : [score.ask])].join(' · ');
  return (
    <Flex direction="row" gap="sm" align="center" wrap={true}>
      <Text format={demibold}>{money(push.worth, readerOf(locale, account.homeCurrency))}</Text>
      <Text truncate={{ tooltipText: name, maxWidth: namePixels }}>
        <Link href={recordAddress(account.portalId, 'deal', dealId)}>{name}</Link>
      </Text>
      <StatusTag variant={state.tone}>{state.label}</StatusTag>
      <Text variant="microcopy" truncate={{ tooltipText: what, maxWidth: askPixels }}>
        {what}
      </Text>
      {isOwned && <MessageOwner dealId={dealId} owner={owner} />}
    </Flex>
  );
}
