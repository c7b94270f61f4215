import { useMemo } from 'react';
import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { unearnedConcessions } from '@deal-terms/core/offers';
import { count, money } from '@deal-terms/core/words';
import { accountNames } from '../shared/account-names.ts';
import { Failed } from '../shared/Failed.tsx';
import { useCompanyNames } from '../shared/use-company-names.tsx';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { useRecordedOffers } from '../shared/use-recorded-offers.ts';
import { concessionInWords, promiseInWords } from '../shared/offer-words.ts';
import { readerOf } from '../shared/reader.ts';
import { DealSubject, FoldingTable } from '../shared/FoldingTable.tsx';

type UnearnedProps = { readonly opened: OpenedBoard; readonly locale: string };

/** Concessions we gave and did not get what for, on open and closed deals, dearest first. */
export function Unearned({ opened, locale }: UnearnedProps) {
  const { account, today } = opened;
  const names = useMemo(() => accountNames(opened), [opened]);
  const { deals, problem, retry } = useRecordedOffers(opened.account);
  const unearned = deals === null ? [] : unearnedConcessions(deals, today);
  const { names: companyNames, reading } = useCompanyNames(unearned.map(({ deal }) => deal.companyId));
  const home = readerOf(locale, account.homeCurrency);
  const lines = unearned.map(({ deal, agreed, kept, lost }) => ({
    dealId: deal.dealId,
    dealName: deal.dealName,
    company: companyNames.get(deal.companyId) ?? '',
    owner: deal.ownerId === '' ? 'Nobody' : names.owner(deal.ownerId),
    gave: kept.concessions
      .map((concession) => concessionInWords(concession, agreed.appraisal.currency, locale))
      .join('; '),
    instead: kept.promises
      .filter(({ state }) => state === 'broken')
      .map((promised) => promiseInWords(promised, locale))
      .join(' '),
    lost: money(lost, home),
  }));
  const sum = unearned.reduce((total, { lost }) => total + lost, 0);
  return (
    <Flex direction="column" gap="sm">
      {reading}
      <Heading>Concessions given but not earned</Heading>
      {problem !== null && (
        <Failed title="The offers could not be read" text={problem} reference={null} retry={retry} />
      )}
      {problem === null && deals === null && <Text>Reading what was agreed.</Text>}
      {deals !== null && lines.length === 0 && (
        <Text>None: where delivery and payment are recorded, customers kept what they promised.</Text>
      )}
      {lines.length > 0 && (
        <>
          <Text>{`${money(sum, home)} given on ${count(lines.length, home)} ${lines.length === 1 ? 'deal' : 'deals'} for promises that were not kept.`}</Text>
          <FoldingTable
            items={lines}
            keyOf={({ dealId }) => dealId}
            subject={(line) => (
              <>
                <DealSubject deal={line} portalId={account.portalId} />
                <Text>{line.instead}</Text>
              </>
            )}
            figures={({ gave, lost }) => [
              { label: 'We gave', value: gave },
              { label: 'Cost us', value: lost },
            ]}
          />
        </>
      )}
    </Flex>
  );
}
