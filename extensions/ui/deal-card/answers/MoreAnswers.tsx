import { Accordion, AutoGrid, Flex } from '@hubspot/ui-extensions';
import type { Suggestions } from '@deal-terms/core/contracts';
import { isFieldInstalled } from '@deal-terms/core/crm';
import type { ProfileField } from '@deal-terms/core/crm';
import type { Evidence } from '@deal-terms/core/evidence';
import type { Theme } from '@deal-terms/core/themes';
import { fieldErrorsOf } from '../session/session.ts';
import type { AnswersProps } from './AnswerRows.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ConstraintsField } from './ConstraintsField.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { NumberField } from './NumberField.tsx';
import { Suggestion } from './Suggestion.tsx';
import { answerSuggestions, relationshipSuggestion } from './suggestion-view.ts';
import { ThemesField } from './ThemesField.tsx';
import { WhyField } from './WhyField.tsx';

const figures = ['daysBeyondTerms', 'statedCostOfCash', 'statedLossPerDay'] as const satisfies readonly ProfileField[];
const fields = [
  'relationship',
  'forecast',
  'constraints',
  ...figures,
  'customerWhy',
  'themes',
] as const satisfies readonly ProfileField[];

/** What the customer said on earlier deals, and what else can be known of it, which opens by itself where something in it wants a decision. */
export function MoreAnswers({
  session,
  suggestions,
  evidence,
  themes,
  conflicts,
  locale,
  onChange,
  onDecide,
}: AnswersProps & {
  readonly suggestions: Suggestions;
  readonly evidence: Evidence;
  readonly themes: readonly Theme[];
}) {
  const { draft } = session;
  const isStorable = (field: ProfileField) => isFieldInstalled(session.basis.account, field);
  const errors = fieldErrorsOf(session);
  const earlier = answerSuggestions(suggestions, evidence, draft, locale);
  const relationship = relationshipSuggestion(suggestions, draft, locale);
  const wantsDecision = conflicts.some(({ field }) => fields.some((one) => one === field));
  const conflictOf = (field: ProfileField) => (
    <FieldConflict field={field} conflicts={conflicts} locale={locale} onDecide={onDecide} />
  );
  return (
    <>
      {earlier.map((view) => (
        <Suggestion key={view.text} view={view} action="Use these answers" onUse={onChange} />
      ))}
      <Accordion
        key={wantsDecision ? 'decide' : 'more'}
        title="More: relationship, forecast, limits, figures, why, themes"
        defaultOpen={wantsDecision}
        size="sm"
      >
        <Flex direction="column" gap="sm">
          <AutoGrid columnWidth={220} flexible={true} gap="sm">
            {figures.filter(isStorable).map((field) => (
              <Flex key={field} direction="column" gap="xs">
                <NumberField
                  field={field}
                  value={draft[field]}
                  error={errors[field]}
                  usual={null}
                  locale={locale}
                  onChange={onChange}
                />
                {conflictOf(field)}
              </Flex>
            ))}
          </AutoGrid>
          <ChoiceField
            field="relationship"
            value={draft.relationship}
            error={errors.relationship}
            onChange={onChange}
          />
          {relationship !== null && <Suggestion view={relationship} action="Use it" onUse={onChange} />}
          {conflictOf('relationship')}
          <ChoiceField field="forecast" value={draft.forecast} error={errors.forecast} onChange={onChange} />
          {conflictOf('forecast')}
          <ConstraintsField
            field="constraints"
            value={draft.constraints}
            error={errors.constraints}
            onChange={onChange}
          />
          {conflictOf('constraints')}
          <WhyField field="customerWhy" value={draft.customerWhy} error={errors.customerWhy} onChange={onChange} />
          {conflictOf('customerWhy')}
          {isStorable('themes') && (
            <ThemesField
              field="themes"
              value={draft.themes}
              why={draft.customerWhy}
              themes={themes}
              error={errors.themes}
              onChange={onChange}
            />
          )}
          {conflictOf('themes')}
        </Flex>
      </Accordion>
    </>
  );
}
