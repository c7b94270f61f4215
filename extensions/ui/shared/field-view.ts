import { profileProperties, profilePropertyOf } from '@deal-terms/core/crm';
import type { ProfileField, PropertyOption } from '@deal-terms/core/crm';
import { hasMonthEnd, planOf, readTerms, readingOf } from '@deal-terms/core/terms';
import { defaultThemeList, themeName } from '@deal-terms/core/themes';
import { count, paymentPlanInWords, percent } from '@deal-terms/core/words';
import { dateInWords } from './reader.ts';

/** How a captured field is presented; the property's definition is the one truth. */
export type FieldView = {
  readonly label: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
};

/** Label, description and choices of a captured field. */
export function fieldView(field: ProfileField): FieldView {
  const definition = profileProperties.find(({ name }) => name === profilePropertyOf[field]);
  if (definition === undefined) throw new Error(`fieldView needs a field with a property, got ${field}`);
  return {
    label: definition.label,
    description: definition.description,
    options: 'options' in definition ? definition.options : [],
  };
}

/**
 * A captured value as one would read it, with its unit.
 *
 * @param field - whose value
 * @param value - as in `CustomerProfile`; values of another type are shown as they are
 * @param locale - canonical
 */
export function answerInWords(field: ProfileField, value: unknown, locale: string): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return 'Not answered';
  if (Array.isArray(value)) return value.map((one) => labelOf(field, String(one))).join(', ');
  if (typeof value === 'number') return numberInWords(field, value, locale);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'neededBy') return dateInWords(value, locale);
  return field === 'paymentPlan' ? paymentTermsInWords(value, locale) : labelOf(field, value);
}

function numberInWords(field: ProfileField, value: number, locale: string): string {
  if (field === 'grossMargin') return percent(value, { locale });
  if (field === 'statedCostOfCash') return `${percent(value, { locale })} a year`;
  return field === 'statedLossPerDay' ? `${count(value, { locale })} a day` : days(value, locale);
}

/** Payment terms as one would say them, starting with a capital; the text itself when it cannot be read. */
export function paymentTermsInWords(text: string, locale: string): string {
  const read = readTerms(text);
  if (!read.ok) return text;
  const words = hasMonthEnd(read.terms)
    ? `payment ${readingOf(read.terms)}`
    : paymentPlanInWords(planOf(read.terms, null), { locale });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 day", "42 days". */
export function days(value: number, locale: string): string {
  return `${count(value, { locale })} ${Math.abs(value) === 1 ? 'day' : 'days'}`;
}

function labelOf(field: ProfileField, value: string): string {
  if (field === 'themes') return themeName(defaultThemeList.themes, value);
  return fieldView(field).options.find((option) => option.value === value)?.label ?? value;
}
