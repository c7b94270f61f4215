import {
  AutoGrid,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Link,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { count, money } from '@deal-terms/core/words';
import { dateInWords, instantInWords, readerOf } from '../shared/reader.ts';
import { weekInWords } from '../shared/week-words.ts';
import { recordAddress } from '../shared/record-address.ts';
import { stateLabel, stateTone } from '../shared/expedite-words.ts';
import type { OpenedTicket } from './use-ticket.ts';
import { bold, demibold } from '../shared/text-formats.ts';

type TicketStoryProps = { readonly ticket: OpenedTicket; readonly portalId: number; readonly locale: string };

/** The deal behind a request: who asks for what, why, and what we get for it. */
export function TicketStory({ ticket, portalId, locale }: TicketStoryProps) {
  const { deal, request, state, account } = ticket;
  const reader = readerOf(locale, deal.currency);
  if (request === null) return null;
  const date = (value: string | null) => (value === null ? '–' : dateInWords(value, locale));
  const at = (epochMs: number | null) =>
    epochMs === null ? '' : `, ${instantInWords(String(epochMs), account, locale)}`;
  const asked: Fact[] = [
    ['Needed by', date(request.neededBy)],
    [
      'Sooner by',
      request.daysSaved === null
        ? '–'
        : `${count(request.daysSaved, { locale })} ${request.daysSaved === 1 ? 'day' : 'days'}`,
    ],
    ['Offer expires', date(request.offerExpires)],
    ['Requested by', `${request.requestedBy ?? 'Somebody'}${at(request.requestedAtMs)}`],
  ];
  const answered: Fact[] = [
    ...(request.promisedDate === null ? [] : [['Promised for', date(request.promisedDate)] as Fact]),
    ...(request.cost === null ? [] : [['At a cost of', money(request.cost, reader)] as Fact]),
    ...(request.week === null && (state === 'held' || state === 'approved')
      ? [['Slot', 'None: the week is full or no date is named. Take the promise back and decide anew.'] as Fact]
      : []),
    ...(request.week === null ? [] : [['Slot in', weekInWords(request.week, locale)] as Fact]),
    ...(request.holdUntilMs === null
      ? []
      : [['Held until', instantInWords(String(request.holdUntilMs), account, locale)] as Fact]),
    ...(request.actualCost === null ? [] : [['It cost', money(request.actualCost, reader)] as Fact]),
    ...(request.reason === null ? [] : [['Reason', request.reason] as Fact]),
    ...(request.decidedBy === null ? [] : [['Decided by', `${request.decidedBy}${at(request.decidedAtMs)}`] as Fact]),
  ];
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <StatusTag variant={stateTone(state)}>{stateLabel(state)}</StatusTag>
        <Link href={recordAddress(portalId, 'deal', deal.id)}>{deal.name}</Link>
        <Text inline={true}>
          {[
            deal.company,
            deal.amount === null ? null : money(deal.amount, reader),
            deal.closesOn === null ? null : `closes ${dateInWords(deal.closesOn, locale)}`,
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </Text>
      </Flex>
      <Heading>What the customer gives</Heading>
      <Text format={bold}>{request.gives}</Text>
      {request.customerWhy !== null && <Text>{`Why it matters to the customer: “${request.customerWhy}”`}</Text>}
      <AutoGrid columnWidth={240} flexible={true} gap="md">
        <Facts title="Asked" facts={asked} />
        {answered.length > 0 && <Facts title="Answered" facts={answered} />}
      </AutoGrid>
    </Flex>
  );
}

type Fact = readonly [label: string, value: string];

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <Flex direction="column" gap="xs">
      <Text format={demibold}>{title}</Text>
      <DescriptionList direction="row">
        {facts.map(([label, value]) => (
          <DescriptionListItem key={label} label={label}>
            <Text inline={true}>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
