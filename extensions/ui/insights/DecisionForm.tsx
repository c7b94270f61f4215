import { useState } from 'react';
import { Alert, AutoGrid, Button, DateInput, Flex, Heading, Input, Select, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@deal-terms/core/contracts';
import type { Subject } from '@deal-terms/core/meetings';
import { baseDateOf, isoDateOf } from '../shared/date-value.ts';
import { failureView } from '../shared/failure-view.ts';
import { errorProps } from '../shared/field-props.ts';
import { madeId } from './use-meeting.ts';

export type Decided = {
  readonly id: string;
  readonly subject: Subject;
  readonly what: string;
  readonly ownerId: string;
  readonly dueOn: string;
};

type DecisionFormProps = {
  /** What it can be about, as `theme:storage` or `deal:17`. */
  readonly subjects: readonly { readonly value: string; readonly label: string }[];
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly onDecide: (decided: Decided) => Promise<Failure | 'no_task' | null>;
};

type Draft = {
  readonly id: string;
  readonly subject: string | null;
  readonly what: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
};
const longest = 160;

function newDraft(): Draft {
  return { id: madeId(), subject: null, what: '', ownerId: null, dueOn: null };
}

/** One decision: about what, what, who, by when. The form stays as it is until it is written down. */
export function DecisionForm({ subjects, owners, onDecide }: DecisionFormProps) {
  const [draft, setDraft] = useState(newDraft);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Failure | 'no_task' | 'recorded' | null>(null);
  const edit = (change: Partial<Draft>) => {
    // Other words are another decision, unless the first ones may be on their way.
    setDraft((before) => ({ ...before, ...change }));
    setAnswer(null);
  };
  const errors = isChecked ? faultsOf(draft) : {};
  const send = async () => {
    setChecked(true);
    const { id, what, ownerId, dueOn } = draft;
    const subject = subjectOf(draft.subject);
    if (subject === null || ownerId === null || dueOn === null || Object.keys(faultsOf(draft)).length > 0) return;
    setSending(true);
    const failure = await onDecide({ id, subject, what, ownerId, dueOn });
    setSending(false);
    setAnswer(failure ?? 'recorded');
    if (failure !== null && failure !== 'no_task') return;
    setChecked(false);
    setDraft({ ...newDraft(), subject: draft.subject, ownerId, dueOn });
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>Record a decision</Heading>
      <AutoGrid columnWidth={260} flexible={true} gap="sm">
        <Select
          name="subject"
          label="About"
          options={[...subjects]}
          {...(draft.subject === null ? {} : { value: draft.subject })}
          {...errorProps(errors.subject)}
          onChange={(value) => {
            edit({ subject: String(value) });
          }}
        />
        <Select
          name="ownerId"
          label="Who"
          options={[...owners]}
          {...(draft.ownerId === null ? {} : { value: draft.ownerId })}
          {...errorProps(errors.ownerId)}
          onChange={(value) => {
            edit({ ownerId: String(value) });
          }}
        />
        <DateInput
          name="dueOn"
          label="By when"
          format="medium"
          timezone="portalTz"
          {...(draft.dueOn === null ? {} : { value: baseDateOf(draft.dueOn) })}
          {...errorProps(errors.dueOn)}
          onChange={(date) => {
            edit({ dueOn: isoDateOf(date) });
          }}
        />
      </AutoGrid>
      <Input
        name="what"
        label="What"
        description="One line, as the rep will tell the customer: Safety stock for promotions from March"
        value={draft.what}
        {...errorProps(errors.what)}
        onChange={(what) => {
          edit({ what });
        }}
      />
      <Answer answer={answer} />
      <Flex direction="row">
        <Button
          variant="primary"
          size="sm"
          disabled={isSending}
          onClick={() => {
            void send();
          }}
        >
          {isSending ? 'Recording…' : 'Record the decision'}
        </Button>
      </Flex>
    </Flex>
  );
}

function Answer({ answer }: { readonly answer: Failure | 'no_task' | 'recorded' | null }) {
  if (answer === null) return null;
  if (answer === 'recorded')
    return <Text>Recorded. The task is on their list, and the cards of the deals say it.</Text>;
  if (answer === 'no_task')
    return (
      <Alert title="Recorded, but no task is known" variant="warning">
        Tell whoever carries it out: HubSpot did not say whether the task was made.
      </Alert>
    );
  const { title, text } = failureView(answer);
  const [field] = answer.fields ?? [];
  return answer.code === 'conflict' ? (
    <Alert title="This decision is on record already, in other words" variant="warning">
      See the earlier decisions above. To record another one, reload the page.
    </Alert>
  ) : (
    <Alert title={field === undefined ? title : 'Not recorded yet'} variant="warning">
      {field?.message ?? `${text} Nothing is lost: record it again.`}
    </Alert>
  );
}

function faultsOf({ subject, what, ownerId, dueOn }: Draft): Readonly<Partial<Record<keyof Draft, string>>> {
  const length = what.trim().length;
  return {
    ...(subject === null ? { subject: 'Choose the theme or deal it is about.' } : {}),
    ...(length === 0 ? { what: 'Enter what was decided, in one line.' } : {}),
    ...(length > longest ? { what: `Enter at most ${longest} characters, not ${length}.` } : {}),
    ...(ownerId === null ? { ownerId: 'Choose who carries it out.' } : {}),
    ...(dueOn === null ? { dueOn: 'Choose a day.' } : {}),
  };
}

function subjectOf(value: string | null): Subject | null {
  const [kind, id] = value?.split(':') ?? [];
  if (id === undefined) return null;
  return kind === 'theme' ? { kind, id } : kind === 'deal' ? { kind, id } : null;
}
