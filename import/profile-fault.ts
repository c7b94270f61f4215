import { profilePropertyOf, decodeCustomerProfile, validateCustomerProfile } from '@deal-terms/core/crm';
import type { ProfileField } from '@deal-terms/core/crm';
import { storedTerms } from '@deal-terms/core/terms';
import type { RejectedRow } from './usable-rows.ts';

/**
 * What of the app's own properties cannot be scored: terms nobody can read, a margin of 45, a lead time of a hundred years. Payment terms that can
 * be read are brought into the short notation, in which they are stored.
 *
 * @param properties - of a deal; changed in that way
 * @param headerOf - how the file calls a property
 */
export function profileFault(
  properties: Record<string, string>,
  headerOf: (property: string) => string,
): Omit<RejectedRow, 'line'> | null {
  const terms = profilePropertyOf.paymentPlan;
  if (properties[terms] !== undefined) properties[terms] = storedTerms(properties[terms]);
  const [fault] = validateCustomerProfile(decodeCustomerProfile(properties));
  if (fault === undefined) return null;
  const property = profilePropertyOf[fault.field as ProfileField];
  const [header, value] = [headerOf(property), properties[property] ?? ''];
  const message = fault.message.replace(/\.$/, '');
  return { reason: `${header}: “${value}”. ${message}`, kind: `${header} cannot be used`, value };
}
