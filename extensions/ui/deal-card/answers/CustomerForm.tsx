import { AutoGrid, Flex, Heading } from '@hubspot/ui-extensions';
import type { Suggestions } from '@deal-terms/core/contracts';
import type { Captured } from '@deal-terms/core/crm';
import { fieldErrorsOf } from '../session/session.ts';
import type { Session } from '../session/session.ts';
import { lastDealSuggestion, relationshipSuggestion } from './suggestion-view.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { ConstraintsField } from './ConstraintsField.tsx';
import { DateField } from './DateField.tsx';
import { NumberField } from './NumberField.tsx';
import { Suggestion } from './Suggestion.tsx';
import { WhyField } from './WhyField.tsx';

type CustomerFormProps = {
  readonly session: Session;
  readonly suggestions: Suggestions;
  readonly locale: string;
  readonly onChange: (change: Partial<Captured>) => void;
};

/** What the rep finds out about the customer. */
export function CustomerForm({ session, suggestions, locale, onChange }: CustomerFormProps) {
  const { draft } = session;
  const errors = fieldErrorsOf(session);
  const lastDeal = lastDealSuggestion(suggestions, draft, locale);
  const relationship = relationshipSuggestion(suggestions, draft, locale);
  return (
    <Flex direction="column" gap="sm">
      <Heading>What the customer is after</Heading>
      {lastDeal !== null && <Suggestion view={lastDeal} action="Use these answers" onUse={onChange} />}
      <AutoGrid columnWidth={145} flexible={true} gap="md">
        <ChoiceField field="cashPosition" value={draft.cashPosition} error={errors.cashPosition} onChange={onChange} />
        <ChoiceField
          field="termsImportance"
          value={draft.termsImportance}
          error={errors.termsImportance}
          onChange={onChange}
        />
        <ChoiceField field="urgency" value={draft.urgency} error={errors.urgency} onChange={onChange} />
        <DateField field="neededBy" value={draft.neededBy} error={errors.neededBy} onChange={onChange} />
        <Flex direction="column" gap="xs">
          <ChoiceField
            field="relationship"
            value={draft.relationship}
            error={errors.relationship}
            onChange={onChange}
          />
          {relationship !== null && <Suggestion view={relationship} action="Use it" onUse={onChange} />}
        </Flex>
        <ChoiceField field="forecast" value={draft.forecast} error={errors.forecast} onChange={onChange} />
        <ConstraintsField
          field="constraints"
          value={draft.constraints}
          error={errors.constraints}
          onChange={onChange}
        />
        <NumberField
          field="daysBeyondTerms"
          value={draft.daysBeyondTerms}
          error={errors.daysBeyondTerms}
          usual={null}
          locale={locale}
          onChange={onChange}
        />
      </AutoGrid>
      <WhyField field="customerWhy" value={draft.customerWhy} error={errors.customerWhy} onChange={onChange} />
    </Flex>
  );
}
