import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Flex,
  Link,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { Account } from '@deal-terms/core/crm';
import type { Moment } from '@deal-terms/core/expedite';
import { count, money } from '@deal-terms/core/words';
import { days } from '../shared/field-view.ts';
import { dateInWords, instantInWords, readerOf } from '../shared/reader.ts';
import { nameWithCompany } from '../shared/deal-name.ts';
import { recordAddress } from '../shared/record-address.ts';
import { weekInWords } from '../shared/week-words.ts';
import { stateLabel, stateTone } from '../shared/expedite-words.ts';
import { warningsOf } from './queue.ts';
import type { QueuedRequest } from './queue.ts';

type QueueTableProps = {
  readonly queue: readonly QueuedRequest[];
  readonly taken: ReadonlyMap<string, number>;
  readonly slots: number;
  readonly account: Account;
  readonly moment: Moment;
  readonly locale: string;
};

const nothing = '–';
const perPage = 25;

/** Requests as lines, the next delivery first, in pages; each opens its ticket. */
export function QueueTable({ queue, taken, slots, account, moment, locale }: QueueTableProps) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(queue.length / perPage));
  const page = Math.min(wanted, pageCount);
  return (
    <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
      <TableHead>
        <TableRow>
          <TableHeader width="auto">Deal</TableHeader>
          <TableHeader width="min" align="right">
            Amount, cost
          </TableHeader>
          <TableHeader>Delivery</TableHeader>
          <TableHeader>Needed by</TableHeader>
          <TableHeader width="auto">The customer gives</TableHeader>
          <TableHeader width="min">Expires</TableHeader>
          <TableHeader>Requested</TableHeader>
          <TableHeader>Status</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {queue.slice((page - 1) * perPage, page * perPage).map((one) => (
          <QueueRow
            key={one.request.ticketId}
            one={one}
            load={
              one.week === null
                ? null
                : `${count(taken.get(one.week) ?? 0, { locale })} of ${count(slots, { locale })} taken`
            }
            account={account}
            moment={moment}
            locale={locale}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type QueueRowProps = Pick<QueueTableProps, 'account' | 'moment' | 'locale'> & {
  readonly one: QueuedRequest;
  readonly load: string | null;
};

function QueueRow({ one, load, account, moment, locale }: QueueRowProps) {
  const { request, state, deliveredOn, week } = one;
  const reader = readerOf(locale, request.currency ?? account.homeCurrency);
  const date = (value: string | null) => (value === null ? nothing : dateInWords(value, locale));
  const cost = request.actualCost ?? request.cost ?? request.costEstimate;
  const expires =
    request.holdUntilMs === null
      ? date(request.offerExpires)
      : instantInWords(String(request.holdUntilMs), account, locale);
  return (
    <TableRow>
      <TableCell>
        <Link href={recordAddress(account.portalId, 'ticket', request.ticketId)}>
          {nameWithCompany(request.dealName ?? `Deal ${request.dealId}`, request.company ?? '')}
        </Link>
      </TableCell>
      <TableCell align="right">
        <TwoLines
          first={<Text>{request.amount === null ? nothing : money(request.amount, reader)}</Text>}
          second={
            cost === null
              ? ''
              : `${request.cost === null && request.actualCost === null ? 'about ' : ''}${money(cost, reader)}`
          }
        />
      </TableCell>
      <TableCell>
        <TwoLines
          first={<Text>{week === null ? nothing : sentence(weekInWords(week, locale))}</Text>}
          second={[...(deliveredOn === null ? [] : [date(deliveredOn)]), ...(load === null ? [] : [load])].join(' · ')}
        />
      </TableCell>
      <TableCell>
        <TwoLines
          first={<Text>{date(request.neededBy)}</Text>}
          second={request.daysSaved === null ? '' : `${days(request.daysSaved, locale)} sooner`}
        />
      </TableCell>
      <TableCell>
        <Text>{request.gives}</Text>
      </TableCell>
      <TableCell>
        <TwoLines first={<Text>{expires}</Text>} second={request.holdUntilMs === null ? 'offer' : 'hold'} />
      </TableCell>
      <TableCell>
        <TwoLines
          first={<Text>{request.requestedBy ?? nothing}</Text>}
          second={request.requestedAtMs === null ? '' : instantInWords(String(request.requestedAtMs), account, locale)}
        />
      </TableCell>
      <TableCell>
        <Flex direction="column" gap="xs" align="start">
          <StatusTag variant={stateTone(state)}>{stateLabel(state)}</StatusTag>
          {warningsOf(one, moment).map((warning) => (
            <Tag key={warning} variant="warning">
              {warning}
            </Tag>
          ))}
        </Flex>
      </TableCell>
    </TableRow>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: string }) {
  return (
    <Flex direction="column" gap="flush">
      {first}
      <Text variant="microcopy">{second}</Text>
    </Flex>
  );
}
