import { AutoGrid, Flex } from '@hubspot/ui-extensions';
import { decodeDealFacts, deliveryDate } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { fieldErrorsOf } from '../session/session.ts';
import type { Session } from '../session/session.ts';
import { usualAnswer } from './suggestion-view.ts';
import { NumberField } from './NumberField.tsx';
import { PaymentTermsField } from './PaymentTermsField.tsx';

type DealFormProps = {
  readonly session: Session;
  readonly locale: string;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
  readonly onWritePaymentTerms: () => void;
};

/** The deal as it stands today. */
export function DealForm({ session, locale, onChange, onWritePaymentTerms }: DealFormProps) {
  const {
    draft,
    writesPaymentTerms,
    basis: { policy, account },
  } = session;
  const errors = fieldErrorsOf(session);
  const leadTimeDays = draft.leadTimeDays ?? policy.app.defaultLeadTimeDays;
  const deliveredOn = deliveryDate(decodeDealFacts(session.record, account), leadTimeDays);
  return (
    <Flex direction="column" gap="sm">
      <PaymentTermsField
        field="paymentPlan"
        value={draft.paymentPlan}
        error={errors.paymentPlan}
        usual={policy.app.defaultPaymentPlan}
        deliveredOn={deliveredOn}
        locale={locale}
        writesPaymentTerms={writesPaymentTerms}
        onWritePaymentTerms={onWritePaymentTerms}
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
