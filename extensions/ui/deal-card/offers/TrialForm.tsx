import { useState } from 'react';
import { AutoGrid, Button, Flex, Heading, LoadingButton, Select, TextArea } from '@hubspot/ui-extensions';
import type { Reader } from '@deal-terms/core/words';
import { counterError, CounterField } from './CounterField.tsx';
import type { TrialDraft } from './trial-draft.ts';

type TrialFormProps = {
  readonly draft: TrialDraft;
  readonly reader: Reader;
  readonly isSending: boolean;
  readonly onSend: (action: ReturnType<TrialDraft['actionFor']>) => void;
  readonly onCancel: () => void;
};

const labels = {
  yes: 'Yes',
  no: 'No',
  more: 'They wanted more',
  not_asked: 'It was not asked after all',
} as const;

/** What the customer said to a trial question: yes, no, or yes for another price. */
export function TrialForm({ draft, reader, isSending, onSend, onCancel }: TrialFormProps) {
  const { question, choices, discount, amount, actionFor } = draft;
  const [said, setSaid] = useState(draft.said);
  const [counter, setCounter] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const wantsMore = said === 'more';
  return (
    <Flex direction="column" gap="sm">
      <Heading>{question}</Heading>
      <AutoGrid columnWidth={220} flexible={true} gap="sm">
        <Select
          name="trialAnswer"
          label="What did they say?"
          options={choices.map((value) => ({ value, label: labels[value] }))}
          value={said}
          onChange={(value) => {
            setSaid(choices.find((one) => one === value) ?? said);
          }}
        />
        {wantsMore && (
          <CounterField value={counter} asked={discount} amount={amount} reader={reader} onChange={setCounter} />
        )}
      </AutoGrid>
      <TextArea name="trialNote" label="In their own words" rows={2} maxLength={2000} value={note} onChange={setNote} />
      <Flex direction="row" gap="sm" wrap={true}>
        <LoadingButton
          variant="primary"
          loading={isSending}
          disabled={wantsMore && counterError(counter, discount, reader) !== undefined}
          onClick={() => {
            onSend(actionFor(said, wantsMore ? counter : null, note.trim()));
          }}
        >
          Record their answer
        </LoadingButton>
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
