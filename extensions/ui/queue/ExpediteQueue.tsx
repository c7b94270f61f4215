import { useMemo, useState } from 'react';
import { EmptyState, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { count } from '@deal-terms/core/words';
import type { Account } from '@deal-terms/core/crm';
import { Failed } from '../shared/Failed.tsx';
import { readableRecords, useCrmPages } from '../shared/use-crm-pages.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { PageFrame } from '../shared/PageFrame.tsx';
import { filtered, queueOf, queueSearch, slotsTaken } from './queue.ts';
import type { QueueFilter } from './queue.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { WeekLoads } from './WeekLoads.tsx';

/** Route `/expedite`: what operations are asked to deliver sooner, and what the customers give for it. */
export function ExpediteQueue() {
  return (
    <PageFrame path="/expedite">
      {(opened, locale) =>
        opened.account.expedite === undefined ? (
          <Failed
            title="The app is not set up yet"
            text="Ask an administrator to run its installation (crm:install): the pipeline of requests is missing."
            reference={null}
            retry={null}
          />
        ) : (
          <Queue opened={opened} expedite={opened.account.expedite} locale={locale} />
        )
      }
    </PageFrame>
  );
}

type QueueProps = {
  readonly opened: OpenedBoard;
  readonly expedite: NonNullable<Account['expedite']>;
  readonly locale: string;
};

function Queue({ opened, expedite, locale }: QueueProps) {
  const { account, policy, owners, today } = opened;
  const [filter, setFilter] = useState<QueueFilter>({ state: 'open', week: '', ownerId: '' });
  const [nowMs] = useState(() => Date.now());
  const search = useMemo(() => queueSearch(expedite, today), [expedite, today]);
  const { records, total, isComplete, problem, retry } = useCrmPages(search, readableRecords);
  const queue = useMemo(() => queueOf(records, expedite, { nowMs, today }), [records, expedite, nowMs, today]);
  if (problem !== null)
    return <Failed title="The requests could not be read" text={problem} reference={null} retry={retry} />;
  if (!isComplete)
    return (
      <ProgressBar
        title="Reading the requests"
        value={records.length}
        maxValue={Math.max(total, 1)}
        valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })}`}
      />
    );
  const shown = filtered(queue, filter);
  const taken = slotsTaken(queue);
  return (
    <Flex direction="column" gap="md">
      <WeekLoads taken={taken} slots={policy.app.slotsPerWeek} today={today} locale={locale} />
      <QueueFilters
        filter={filter}
        queue={queue}
        owners={owners}
        locale={locale}
        onChange={(change) => {
          setFilter({ ...filter, ...change });
        }}
      />
      {shown.length === 0 ? (
        <EmptyState
          title={queue.length === 0 ? 'Nobody has asked for a faster delivery' : 'No request fits'}
          layout="vertical"
        >
          <Text>
            {queue.length === 0 ? 'Requests come from the card on a deal.' : 'Choose another status, week or owner.'}
          </Text>
        </EmptyState>
      ) : (
        <QueueTable
          key={JSON.stringify(filter)}
          queue={shown}
          taken={taken}
          slots={policy.app.slotsPerWeek}
          account={account}
          moment={{ nowMs, today }}
          locale={locale}
        />
      )}
    </Flex>
  );
}
