import { AutoGrid, Flex, Heading } from '@hubspot/ui-extensions';
import type { Captured } from '@deal-terms/core/crm';
import { fieldErrorsOf } from '../state/session.ts';
import type { Session } from '../state/session.ts';
import { usualAnswer } from '../views/suggestion-view.ts';
import { NumberField } from './NumberField.tsx';
import { PlanField } from './PlanField.tsx';

type DealFormProps = {
  readonly session: Session;
  readonly locale: string;
  readonly onChange: (change: Partial<Captured>) => void;
  readonly onWritePlan: () => void;
};

/** The deal as it stands today. */
export function DealForm({ session, locale, onChange, onWritePlan }: DealFormProps) {
  const {
    draft,
    writesPlan,
    basis: { policy },
  } = session;
  const errors = fieldErrorsOf(session);
  return (
    <Flex direction="column" gap="sm">
      <Heading>The deal as it stands</Heading>
      <PlanField
        field="paymentPlan"
        value={draft.paymentPlan}
        error={errors.paymentPlan}
        usual={policy.app.defaultPaymentPlan}
        locale={locale}
        writesPlan={writesPlan}
        onWritePlan={onWritePlan}
        onChange={onChange}
      />
      <AutoGrid columnWidth={150} flexible={true} gap="sm">
        <NumberField
          field="leadTimeDays"
          value={draft.leadTimeDays}
          error={errors.leadTimeDays}
          usual={usualAnswer('leadTimeDays', policy)}
          locale={locale}
          onChange={onChange}
        />
        <NumberField
          field="grossMargin"
          value={draft.grossMargin}
          error={errors.grossMargin}
          usual={usualAnswer('grossMargin', policy)}
          locale={locale}
          onChange={onChange}
        />
      </AutoGrid>
    </Flex>
  );
}
