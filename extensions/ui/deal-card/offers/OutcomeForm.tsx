import { useState } from 'react';
import { AutoGrid, Button, CurrencyInput, DateInput, Flex, LoadingButton, Select } from '@hubspot/ui-extensions';
import type { Outcome, PutForward } from '@deal-terms/core/offers';
import { baseDateOf, isoDateOf } from '../../shared/date-value.ts';
import { typedNumber } from '../../shared/typed-number.ts';

type OutcomeFormProps = {
  readonly agreed: PutForward;
  readonly outcome: Outcome | null;
  /** ISO dates. */ readonly orderedOn: string;
  /** The day the deal's last invoice was paid, and how many there were: proposed, and recorded only with a click. */
  readonly paid: { readonly value: string; readonly count: number } | null;
  readonly today: string;
  readonly isSending: boolean;
  readonly onRecord: (outcome: Outcome) => void;
  readonly onCancel: () => void;
};

const sent: Readonly<Record<string, boolean | null>> = { unknown: null, yes: true, no: false };

/** What really happened: delivery, payment, forecasts, the cost of speed. What is not known yet stays empty. */
export function OutcomeForm({
  agreed: { terms, appraisal },
  outcome,
  orderedOn,
  paid,
  today,
  isSending,
  onRecord,
  onCancel,
}: OutcomeFormProps) {
  const [draft, setDraft] = useState<Omit<Outcome, 'orderedOn'> & { readonly orderedOn: string | null }>(
    withPaidDay(outcome ?? nothingRecorded(orderedOn), paid),
  );
  const edit = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change });
  };
  const problem = (name: 'deliveredOn' | 'paidOn'): string | null => {
    const day = draft[name];
    if (day === null) return null;
    if (day > today) return 'The date is still to come.';
    return draft.orderedOn !== null && day < draft.orderedOn ? 'That is before the order.' : null;
  };
  const date = (name: 'orderedOn' | 'deliveredOn' | 'paidOn', label: string, description: string) => {
    const value = draft[name];
    const fault = name === 'orderedOn' ? (value === null ? 'Days count from the order.' : null) : problem(name);
    return (
      <DateInput
        name={name}
        label={label}
        description={description}
        format="medium"
        timezone="portalTz"
        clearButtonLabel="Clear"
        {...(value === null ? {} : { value: baseDateOf(value) })}
        {...(fault === null ? {} : { error: true, validationMessage: fault })}
        onChange={(chosen) => {
          edit({ [name]: isoDateOf(chosen) });
        }}
      />
    );
  };
  const isProposed = paid !== null && outcome?.paidOn == null && draft.paidOn === paid.value;
  const isUsable = draft.orderedOn !== null && problem('deliveredOn') === null && problem('paidOn') === null;
  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={200} flexible={true} gap="sm">
        {date('orderedOn', 'Ordered on', 'Agreed days count from it.')}
        {date('deliveredOn', 'Delivered on', 'When the goods arrived.')}
        {date(
          'paidOn',
          'Paid on',
          isProposed
            ? `Proposed from ${paid.count === 1 ? 'the invoice' : `${paid.count} invoices`}.`
            : 'When the last payment came.',
        )}
        {terms.forecast && (
          <Select
            name="forecastsSent"
            label="Forecasts sent"
            options={[
              { value: 'unknown', label: 'Not known yet' },
              { value: 'yes', label: 'Yes, as promised' },
              { value: 'no', label: 'No' },
            ]}
            value={Object.keys(sent).find((one) => sent[one] === draft.forecastsSent) ?? 'unknown'}
            onChange={(value) => {
              edit({ forecastsSent: sent[String(value)] ?? null });
            }}
          />
        )}
        {terms.daysSaved > 0 && (
          <CurrencyInput
            name="actualExpediteCost"
            label="Actual cost of rushing"
            description="Leave empty to use the estimate."
            currency={appraisal.currency}
            min={0}
            {...(draft.actualExpediteCost === null ? {} : { value: draft.actualExpediteCost })}
            onChange={(typed: unknown) => {
              edit({ actualExpediteCost: typedNumber(typed) });
            }}
          />
        )}
      </AutoGrid>
      <Flex direction="row" gap="sm" wrap={true}>
        <LoadingButton
          variant="primary"
          loading={isSending}
          disabled={!isUsable}
          onClick={() => {
            if (draft.orderedOn !== null) onRecord({ ...draft, orderedOn: draft.orderedOn });
          }}
        >
          Record
        </LoadingButton>
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}

function nothingRecorded(orderedOn: string): Outcome {
  return { orderedOn, deliveredOn: null, paidOn: null, forecastsSent: null, actualExpediteCost: null };
}

/** What the invoices say where nobody has recorded a day; a day before the order belongs to something else. */
function withPaidDay(outcome: Outcome, paid: OutcomeFormProps['paid']): Outcome {
  return outcome.paidOn !== null || paid === null || paid.value < outcome.orderedOn
    ? outcome
    : { ...outcome, paidOn: paid.value };
}
