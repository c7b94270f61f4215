import { useState } from 'react';
import { AutoGrid, CurrencyInput, DateInput, Flex, Heading, Text, TextArea } from '@hubspot/ui-extensions';
import { possibleActions } from '@deal-terms/core/expedite';
import type { ExpediteDecision, ExpediteRequest } from '@deal-terms/core/expedite';
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

const deciding: readonly DecisionAction[] = ['accept', 'confirm', 'counter', 'ship', 'release', 'decline'];

/** What operations answer. A date or cost that is typed is weighed at once, before anything is decided. */
export function DecisionForm({ ticket, request, calls, by, locale }: DecisionFormProps) {
  const { trade, state, deal } = ticket;
  const [date, setDate] = useState(trade?.date ?? request.promisedDate ?? request.neededBy);
  const [cost, setCost] = useState<number | null>(
    trade === null ? (request.cost ?? request.costEstimate) : Number(trade.cost.toFixed(2)),
  );
  const [reason, setReason] = useState('');
  const possible = possibleActions(state);
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
      <DecisionButtons
        actions={actions}
        isSending={calls.isSending}
        canDo={(action) => decisionOf(action, { date, cost, reason: reason.trim() }) !== null}
        onDecide={decide}
      />
    </Flex>
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
      return cost === null ? null : { action, actualCost: cost };
    case 'confirm':
      return { action };
  }
}
