import { Flex, Link, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import type { Account } from '@deal-terms/core/crm';
import type { Moment } from '@deal-terms/core/expedite';
import { count, money } from '@deal-terms/core/words';
import { days } from '../shared/field-view.ts';
import { FoldingTable } from '../shared/FoldingTable.tsx';
import type { FigureOfLine } from '../shared/FoldingTable.tsx';
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

/** Requests, the next delivery first; each opens its ticket. */
export function QueueTable(props: QueueTableProps) {
  const { queue, account, moment } = props;
  return (
    <FoldingTable
      items={queue}
      keyOf={({ request }) => request.ticketId}
      subject={(one) => (
        <>
          <Link href={recordAddress(account.portalId, 'ticket', one.request.ticketId)}>
            {nameWithCompany(one.request.dealName ?? `Deal ${one.request.dealId}`, one.request.company ?? '')}
          </Link>
          <Text>{one.request.gives}</Text>
          <Flex direction="row" gap="xs" align="center" wrap={true}>
            <StatusTag variant={stateTone(one.state)}>{stateLabel(one.state)}</StatusTag>
            {warningsOf(one, moment).map((warning) => (
              <Tag key={warning} variant="warning">
                {warning}
              </Tag>
            ))}
          </Flex>
        </>
      )}
      figures={(one) => figuresOf(one, props)}
    />
  );
}

function figuresOf(
  { request, deliveredOn, week }: QueuedRequest,
  { taken, slots, account, locale }: QueueTableProps,
): readonly FigureOfLine[] {
  const reader = readerOf(locale, request.currency ?? account.homeCurrency);
  const date = (value: string | null) => (value === null ? nothing : dateInWords(value, locale));
  const instant = (ms: number) => instantInWords(String(ms), account, locale);
  const cost = request.actualCost ?? request.cost ?? request.costEstimate;
  const isEstimate = request.cost === null && request.actualCost === null;
  const load = week === null ? null : `${count(taken.get(week) ?? 0, reader)} of ${count(slots, reader)} taken`;
  return [
    {
      label: 'Delivery',
      value: week === null ? nothing : sentence(weekInWords(week, locale)),
      beside: [...(deliveredOn === null ? [] : [date(deliveredOn)]), ...(load === null ? [] : [load])].join(' · '),
    },
    {
      label: 'Needed by',
      value: date(request.neededBy),
      beside: request.daysSaved === null ? null : `${days(request.daysSaved, locale)} sooner`,
    },
    {
      label: 'Amount',
      value: request.amount === null ? nothing : money(request.amount, reader),
      beside: cost === null ? null : `costs ${isEstimate ? 'about ' : ''}${money(cost, reader)}`,
    },
    request.holdUntilMs === null
      ? { label: 'Offer expires', value: date(request.offerExpires) }
      : { label: 'Hold ends', value: instant(request.holdUntilMs) },
    {
      label: 'Requested by',
      value: request.requestedBy ?? nothing,
      beside: request.requestedAtMs === null ? null : instant(request.requestedAtMs),
    },
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
