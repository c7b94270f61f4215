import { profilePropertyOf, decodeCustomerProfile, validateCustomerProfile } from '@deal-terms/core/crm';
import type { ProfileField } from '@deal-terms/core/crm';
import { storedTerms } from '@deal-terms/core/terms';
import type { RejectedRow } from './usable-rows.ts';

/**
 * Leaves out what of the app's own properties cannot be scored: terms nobody can read, a margin of 45, a lead time of a hundred years. Payment terms
 * that can be read are brought into the short notation, in which they are stored.
 *
 * @param properties - of a deal; changed in that way
 * @param headerOf - how the file calls a property
 * @returns what was left out and why
 */
export function leaveOutUnusable(
  properties: Record<string, string>,
  headerOf: (property: string) => string,
): readonly Omit<RejectedRow, 'line'>[] {
  const terms = profilePropertyOf.paymentPlan;
  if (properties[terms] !== undefined) properties[terms] = storedTerms(properties[terms]);
  return validateCustomerProfile(decodeCustomerProfile(properties)).map((fault) => {
    const property = profilePropertyOf[fault.field as ProfileField];
    const [header, value] = [headerOf(property), properties[property] ?? ''];
    Reflect.deleteProperty(properties, property);
    return {
      reason: `${header}: “${value}”. ${fault.message.replace(/\.$/, '')}`,
      kind: `${header} cannot be used`,
      value,
    };
  });
}
