import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  LoadingButton,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import type { Approver, OfferedTerms } from '@deal-terms/core/offers';
import type { RequestExpediteRequest } from '@deal-terms/core/contracts';
import type { Account } from '@deal-terms/core/crm';
import { isOpen, possibleActions } from '@deal-terms/core/expedite';
import type { ExpediteRequest, RequestState, WeekLoad } from '@deal-terms/core/expedite';
import { money } from '@deal-terms/core/words';
import { days } from '../../shared/field-view.ts';
import { dateInWords, instantInWords, readerOf } from '../../shared/reader.ts';
import { approversInWords } from '../../shared/offer-words.ts';
import { demibold } from '../../shared/text-formats.ts';
import type { CounterOffer } from './counter-offer.ts';
import { loadInWords, stateLabel, stateTone } from '../../shared/expedite-words.ts';

type RequestStandingProps = {
  readonly request: ExpediteRequest;
  readonly state: RequestState;
  readonly weeks: readonly WeekLoad[];
  /** ISO 8601: when it was read. */
  readonly asOf: string;
  readonly account: Account;
  readonly locale: string;
  readonly isSending: boolean;
  readonly canAsk: boolean;
  readonly by: string;
  /** What taking a counter-offer means; null where there is none. */
  readonly counter: CounterOffer | null;
  readonly approvers: readonly Approver[];
  /** Null once the terms are agreed: nobody approves them any more. */
  readonly onAskApproval: ((terms: OfferedTerms) => void) | null;
  readonly onSend: (request: RequestExpediteRequest) => void;
  readonly onEdit: () => void;
};

/** Where the request stands, what operations answered, and what the rep can do now. */
export function RequestStanding({
  request,
  state,
  weeks,
  asOf,
  account,
  locale,
  isSending,
  canAsk,
  by,
  counter,
  approvers,
  onAskApproval,
  onSend,
  onEdit,
}: RequestStandingProps) {
  const { revision } = request;
  const actions = possibleActions(state);
  const load =
    state === 'countered' && request.promisedDate !== null ? loadInWords(weeks, request.promisedDate, locale) : null;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <StatusTag variant={stateTone(state)}>{stateLabel(state)}</StatusTag>
        <Text variant="microcopy" inline={true}>{`As of ${instantInWords(asOf, account, locale)}`}</Text>
      </Flex>
      <Text>{answerInWords(request, state, locale)}</Text>
      <Facts request={request} state={state} account={account} locale={locale} />
      {load !== null && <Text>{load.text}</Text>}
      {counter !== null && <Counter counter={counter} approvers={approvers} isAgreed={onAskApproval === null} />}
      <Flex direction="row" gap="sm" wrap={true} align="center">
        {counter?.needsApproval === true && onAskApproval !== null && (
          <LoadingButton
            variant="primary"
            loading={isSending}
            onClick={() => {
              onAskApproval(counter.terms);
            }}
          >
            Ask for approval
          </LoadingButton>
        )}
        {counter?.needsApproval === false && (
          <LoadingButton
            variant="primary"
            loading={isSending}
            onClick={() => {
              onSend({ action: 'accept', revision, by });
            }}
          >
            Take the counter-offer
          </LoadingButton>
        )}
        {actions.includes('update') && (
          <Button disabled={isSending || !canAsk} onClick={onEdit}>
            Change the request
          </Button>
        )}
        {actions.includes('withdraw') && (
          <LoadingButton
            variant="secondary"
            loading={isSending}
            onClick={() => {
              onSend({ action: 'withdraw', revision, by });
            }}
          >
            Withdraw
          </LoadingButton>
        )}
        {!isOpen(state) && (
          <Button disabled={!canAsk} onClick={onEdit}>
            Request again
          </Button>
        )}
      </Flex>
    </Flex>
  );
}

/** What is left of our gain, said before the counter-offer is taken. */
function Counter({
  counter: { worth, needsApproval },
  approvers,
  isAgreed,
}: {
  readonly counter: CounterOffer;
  readonly approvers: readonly Approver[];
  readonly isAgreed: boolean;
}) {
  if (!needsApproval) return worth === '' ? null : <Text format={demibold}>{worth}</Text>;
  const who = approvers.length === 0 ? 'an approval' : `${approversInWords(approvers)}’s approval`;
  return (
    <Alert title={worth} variant="warning">
      {isAgreed
        ? `That is less than you may agree to alone, and the customer has said yes already: ask operations for another date, or talk to ${approvers.length === 0 ? 'your manager' : approversInWords(approvers)}.`
        : `That is less than you may agree to alone: it needs ${who} first.`}
    </Alert>
  );
}

/** The answer as the rep passes it on. */
function answerInWords(
  { promisedDate, daysPromised, cost, currency, reason, actualCost, week }: ExpediteRequest,
  state: RequestState,
  locale: string,
): string {
  const date = promisedDate === null ? 'an unnamed date' : dateInWords(promisedDate, locale);
  const sooner = daysPromised === null ? '' : `, ${days(daysPromised, locale)} sooner`;
  const inMoney = (value: number | null) =>
    value === null ? 'an unknown cost' : money(value, readerOf(locale, currency ?? ''));
  const because = reason === null ? '' : ` “${reason}”`;
  if ((state === 'held' || state === 'approved') && week === null)
    return 'Operations said yes on the ticket board, but no slot is held: talk to them before you promise a date.';
  switch (state) {
    case 'held':
      return `Operations promise delivery on ${date}${sooner}. The slot is held until the offer expires.`;
    case 'approved':
      return `Operations deliver on ${date}${sooner}. The slot is yours.`;
    case 'countered':
      return `Operations can deliver on ${date}${sooner}, at ${inMoney(cost)}. The offers above allow for that.${because}`;
    case 'declined':
      return `Operations cannot deliver that fast: it is no longer offered.${because}`;
    case 'expired':
      return 'The offer expired before it was taken: that speed is no longer offered.';
    case 'shipped':
      return `Shipped${actualCost === null ? '' : ` at ${inMoney(actualCost)}`}.`;
    case 'withdrawn':
      return 'You withdrew the request.';
    default:
      return `Operations have been asked and have not answered yet.${because}`;
  }
}

function Facts({
  request,
  state,
  account,
  locale,
}: {
  readonly request: ExpediteRequest;
  readonly state: RequestState;
  readonly account: Account;
  readonly locale: string;
}) {
  const { neededBy, daysSaved, gives, offerExpires, requestedBy, requestedAtMs, decidedBy, decidedAtMs } = request;
  const at = (epochMs: number | null) =>
    epochMs === null ? '' : `, ${instantInWords(String(epochMs), account, locale)}`;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [
      'Asked for',
      `${daysSaved === null ? '–' : days(daysSaved, locale)} sooner, by ${neededBy === null ? '–' : dateInWords(neededBy, locale)}`,
    ],
    ['The customer gives', gives],
    ['Offer expires', offerExpires === null ? '–' : dateInWords(offerExpires, locale)],
    ['Requested by', `${requestedBy ?? 'Somebody'}${at(requestedAtMs)}`],
    ...(decidedBy === null || state === 'requested' ? [] : [['Decided by', `${decidedBy}${at(decidedAtMs)}`] as const]),
  ];
  return (
    <DescriptionList direction="row">
      {facts.map(([label, value]) => (
        <DescriptionListItem key={label} label={label}>
          <Text inline={true}>{value}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
