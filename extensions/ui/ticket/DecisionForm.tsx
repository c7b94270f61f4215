import { useState } from 'react';
import {
  Alert,
  AutoGrid,
  Button,
  CurrencyInput,
  DateInput,
  Flex,
  Heading,
  LoadingButton,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { isCorrectable, possibleActions } from '@deal-terms/core/expedite';
import type { ExpediteDecision, ExpediteRequest } from '@deal-terms/core/expedite';
import { money } from '@deal-terms/core/words';
import { readerOf } from '../shared/reader.ts';
import { baseDateOf, isoDateOf } from '../shared/date-value.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import type { DecisionAction } from './DecisionButtons.tsx';
import { DecisionPreview } from './DecisionPreview.tsx';
import type { OpenedTicket, TicketCalls } from './use-ticket.ts';
import { typedNumber } from '../shared/typed-number.ts';

type DecisionFormProps = {
  readonly ticket: OpenedTicket;
  readonly request: ExpediteRequest;
  readonly calls: TicketCalls;
  readonly by: string;
  readonly locale: string;
};

const deciding: readonly DecisionAction[] = [
  'accept',
  'confirm',
  'counter',
  'ship',
  'correct',
  'unship',
  'release',
  'decline',
];
/** What is possible for a day only. */
const corrections: readonly DecisionAction[] = ['correct', 'unship'];

/** What operations answer. A date or cost that is typed is weighed at once, before anything is decided. */
export function DecisionForm({ ticket, request, calls, by, locale }: DecisionFormProps) {
  const { trade, state, deal } = ticket;
  const [date, setDate] = useState(trade?.date ?? request.promisedDate ?? request.neededBy);
  const [cost, setCost] = useState<number | null>(
    request.actualCost ?? (trade === null ? (request.cost ?? request.costEstimate) : Number(trade.cost.toFixed(2))),
  );
  const [reason, setReason] = useState('');
  const [isShipping, setShipping] = useState(false);
  const [nowMs] = useState(() => Date.now());
  const possible = possibleActions(state).filter(
    (action) => !corrections.some((one) => one === action) || isCorrectable(request.decidedAtMs, nowMs),
  );
  const actions = deciding.filter((action) => possible.includes(action));
  const weigh = (next: { date: string | null; cost: number | null }) => {
    setDate(next.date);
    setCost(next.cost);
    if (next.date !== null && next.cost !== null) calls.consider({ date: next.date, cost: next.cost });
  };
  const decide = (action: DecisionAction) => {
    const decision = decisionOf(action, { date, cost, reason: reason.trim() });
    if (decision !== null) calls.decide({ decision, revision: request.revision, by });
  };
  if (actions.length === 0) return <Text>Nothing is left to decide. A new request comes with a new ticket.</Text>;
  const promises = actions.includes('accept') || actions.includes('counter');
  return (
    <Flex direction="column" gap="sm">
      <Heading>Decide</Heading>
      <AutoGrid columnWidth={165} flexible={true} gap="sm">
        {promises && (
          <DateInput
            name="promisedDate"
            label="Delivery on"
            format="medium"
            timezone="portalTz"
            {...(date === null ? {} : { value: baseDateOf(date) })}
            onChange={(value) => {
              weigh({ date: isoDateOf(value), cost });
            }}
          />
        )}
        <CurrencyInput
          name="cost"
          label={promises ? 'Real cost' : 'Actual cost'}
          currency={deal.currency}
          min={0}
          {...(cost === null ? {} : { value: cost })}
          onChange={(typed) => {
            const entered = typedNumber(typed);
            weigh({ date, cost: entered !== null && entered >= 0 ? entered : null });
          }}
        />
      </AutoGrid>
      {promises && <DecisionPreview ticket={ticket} isReading={calls.isReading} locale={locale} />}
      {actions.some((action) => action === 'decline' || action === 'release' || action === 'counter') && (
        <TextArea
          name="reason"
          label="Reason"
          description="The rep reads it. Needed to decline or to take a promise back."
          rows={2}
          resize="vertical"
          maxLength={4000}
          value={reason}
          onInput={setReason}
          onChange={setReason}
        />
      )}
      {isShipping && cost !== null ? (
        <ConfirmShipment
          cost={money(cost, readerOf(locale, deal.currency))}
          isSending={calls.isSending}
          onConfirm={() => {
            decide('ship');
          }}
          onCancel={() => {
            setShipping(false);
          }}
        />
      ) : (
        <DecisionButtons
          actions={actions}
          isSending={calls.isSending}
          canDo={(action) => decisionOf(action, { date, cost, reason: reason.trim() }) !== null}
          onDecide={(action) => {
            if (action === 'ship') setShipping(true);
            else decide(action);
          }}
        />
      )}
    </Flex>
  );
}

type ConfirmShipmentProps = {
  /** In words, of the deal's currency. */
  readonly cost: string;
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** What is shipped ends the request: it is asked once more. */
function ConfirmShipment({ cost, isSending, onConfirm, onCancel }: ConfirmShipmentProps) {
  return (
    <Alert title={`Has it left, at an actual cost of ${cost}?`} variant="info">
      <Flex direction="column" gap="xs">
        <Text>The deal and the ticket keep the figure. For a day it can be set right here.</Text>
        <Flex direction="row" gap="sm" wrap={true}>
          <LoadingButton variant="primary" loading={isSending} onClick={onConfirm}>
            Yes, it has shipped
          </LoadingButton>
          <Button variant="secondary" onClick={onCancel}>
            Not yet
          </Button>
        </Flex>
      </Flex>
    </Alert>
  );
}

type Entered = { readonly date: string | null; readonly cost: number | null; readonly reason: string };

/** Null while something the decision needs is missing. */
function decisionOf(action: DecisionAction, { date, cost, reason }: Entered): ExpediteDecision | null {
  switch (action) {
    case 'accept':
      return date === null || cost === null ? null : { action, date, cost };
    case 'counter':
      return date === null || cost === null ? null : { action, date, cost, reason };
    case 'decline':
      return reason === '' ? null : { action, reason };
    case 'release':
      return reason === '' ? null : { action, reason };
    case 'ship':
    case 'correct':
      return cost === null ? null : { action, actualCost: cost };
    case 'confirm':
    case 'unship':
      return { action };
  }
}
