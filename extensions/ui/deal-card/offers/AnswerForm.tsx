import { useState } from 'react';
import { AutoGrid, Button, DateInput, Flex, LoadingButton, Select, TextArea } from '@hubspot/ui-extensions';
import { offerAnswers } from '@deal-terms/core/offers';
import type { OfferAnswer, PutForward } from '@deal-terms/core/offers';
import { baseDateOf, isoDateOf } from '../../shared/date-value.ts';
import { answerLabels } from '../../shared/offer-words.ts';
import { readerOf } from '../../shared/reader.ts';
import { counterError, CounterField } from './CounterField.tsx';
import type { RepAction } from './use-offers.ts';

type AnswerFormProps = {
  /** What they answer to. */ readonly offer: PutForward | null;
  readonly locale: string;
  /** ISO date. */ readonly today: string;
  readonly isSending: boolean;
  readonly onAnswer: (action: RepAction) => void;
  /** Null where there is nothing to go back to. */ readonly onCancel: (() => void) | null;
};

/** What the customer said, when, and in which words. */
export function AnswerForm({ offer, locale, today, isSending, onAnswer, onCancel }: AnswerFormProps) {
  const [answer, setAnswer] = useState<OfferAnswer | null>(null);
  const [answeredOn, setAnsweredOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const [counter, setCounter] = useState<number | null>(null);
  const reader = readerOf(locale, offer?.appraisal.currency ?? '');
  const counterDiscount = answer === 'wanted_more' ? counter : null;
  const isCounterWrong = offer !== null && counterError(counterDiscount, offer.terms.discount, reader) !== undefined;
  const isFuture = answeredOn !== null && answeredOn > today;
  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={150} flexible={true} gap="sm">
        <Select
          name="customerAnswer"
          label="What did they say?"
          placeholder="Choose their answer"
          options={offerAnswers.map((value) => ({ value, label: answerLabels[value] }))}
          {...(answer === null ? {} : { value: answer })}
          onChange={(value) => {
            setAnswer(offerAnswers.find((one) => one === value) ?? null);
          }}
        />
        <DateInput
          name="answeredOn"
          label="Answered on"
          format="medium"
          timezone="portalTz"
          {...(answeredOn === null ? {} : { value: baseDateOf(answeredOn) })}
          max={baseDateOf(today)}
          {...(isFuture ? { error: true, validationMessage: 'The date is still to come.' } : {})}
          onChange={(date) => {
            setAnsweredOn(isoDateOf(date));
          }}
        />
        {answer === 'wanted_more' && offer !== null && (
          <CounterField
            value={counter}
            asked={offer.terms.discount}
            amount={offer.appraisal.deal.amount}
            reader={reader}
            onChange={setCounter}
          />
        )}
      </AutoGrid>
      <TextArea
        name="answerNote"
        label="In their own words"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <Flex direction="row" gap="sm" wrap={true}>
        <LoadingButton
          variant="primary"
          loading={isSending}
          disabled={answer === null || answeredOn === null || isFuture || isCounterWrong}
          onClick={() => {
            if (answer !== null && answeredOn !== null)
              onAnswer({ action: 'answer', answer, answeredOn, note: note.trim(), counterDiscount });
          }}
        >
          Record the answer
        </LoadingButton>
        {onCancel !== null && (
          <Button variant="transparent" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
