import { useMemo, useState } from 'react';
import { EmptyState, Flex, ProgressBar, SearchInput, Text } from '@hubspot/ui-extensions';
import type { RecordedOffers } from '@deal-terms/core/offers';
import { count } from '@deal-terms/core/words';
import { accountNames } from '../shared/account-names.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { Failed } from '../shared/Failed.tsx';
import { useCompanyNames } from '../shared/use-company-names.tsx';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { useRecordedOffers } from '../shared/use-recorded-offers.ts';
import { DealSubject, FoldingTable } from '../shared/FoldingTable.tsx';
import { PageFrame } from '../shared/PageFrame.tsx';
import { fairnessCsv, fairnessLines } from './fairness-lines.ts';

/** Route `/fairness`: who was offered what, and what justified it at that time. */
export function FairnessLog() {
  return <PageFrame path="/fairness">{(opened, locale) => <Log opened={opened} locale={locale} />}</PageFrame>;
}

type LogProps = { readonly opened: OpenedBoard; readonly locale: string };

function Log({ opened, locale }: LogProps) {
  const { deals, records, total, problem, retry } = useRecordedOffers(opened.account);
  if (problem !== null)
    return <Failed title="The offers could not be read" text={problem} reference={null} retry={retry} />;
  if (deals === null)
    return (
      <ProgressBar
        title="Reading the offers"
        value={records.length}
        maxValue={Math.max(1, total)}
        valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })} deals`}
      />
    );
  if (deals.length === 0)
    return (
      <EmptyState title="No offers yet" layout="vertical">
        <Text>Reps record what they offer on the deal’s card.</Text>
      </EmptyState>
    );
  return <Offers deals={deals} total={total} opened={opened} locale={locale} />;
}

function Offers({
  deals,
  total,
  opened,
  locale,
}: LogProps & { readonly deals: readonly RecordedOffers[]; readonly total: number }) {
  const { account } = opened;
  const [query, setQuery] = useState('');
  const names = useMemo(() => accountNames(opened), [opened]);
  const { names: companyNames, reading } = useCompanyNames(deals.map(({ companyId }) => companyId));
  const words = { account, names, companyNames, locale };
  const lines = fairnessLines(deals, words);
  const wanted = query.trim().toLowerCase();
  const found =
    wanted === ''
      ? lines
      : lines.filter((line) =>
          [line.company, line.dealName, line.owner, line.terms].some((text) => text.toLowerCase().includes(wanted)),
        );
  const number = (size: number) => count(size, { locale });
  return (
    <Flex direction="column" gap="md">
      {reading}
      <Text>{`${number(lines.length)} ${lines.length === 1 ? 'offer' : 'offers'} on ${number(deals.length)} ${deals.length === 1 ? 'deal' : 'deals'}, by company. What customers in like positions were offered should be alike; where it is not, the reason stands beside it, as estimated that day.`}</Text>
      {deals.length < total && (
        <Text variant="microcopy">{`The latest ${number(deals.length)} of ${number(total)} deals: HubSpot lets no page read more.`}</Text>
      )}
      <Flex direction="row" gap="sm" align="end" wrap={true}>
        <SearchInput
          name="fairnessSearch"
          label="Find offers"
          placeholder="Company, deal, owner or terms"
          value={query}
          clearable={true}
          onChange={setQuery}
        />
        <CopyButton label="Copy all as CSV" text={() => fairnessCsv(deals, words)} />
      </Flex>
      {found.length === 0 ? (
        <Text>Nothing matches.</Text>
      ) : (
        <FoldingTable
          key={wanted}
          items={found}
          keyOf={({ dealId, round }) => `${dealId}/${round}`}
          subject={(line) => (
            <>
              <DealSubject deal={line} portalId={account.portalId} />
              <Text>{line.terms}</Text>
              <Text variant="microcopy">{`Expected then: ${line.justification}`}</Text>
            </>
          )}
          figures={({ offered, approved, answer }) => [
            { label: 'Offered', value: offered },
            { label: 'Approved by', value: approved },
            { label: 'Answer', value: answer },
          ]}
        />
      )}
    </Flex>
  );
}
