import { authorityFields } from './fields/authority-fields.ts';
import { cashFields } from './fields/cash-fields.ts';
import { customerFields } from './fields/customer-fields.ts';
import { dealFields } from './fields/deal-fields.ts';
import { forecastFields } from './fields/forecast-fields.ts';
import { paymentFields } from './fields/payment-fields.ts';
import { priceFields } from './fields/price-fields.ts';
import { speedFields } from './fields/speed-fields.ts';

/** Every setting there is, grouped for people; a test holds it against the policy's schema. */
export const settingGroups = [
  cashFields,
  speedFields,
  priceFields,
  paymentFields,
  forecastFields,
  customerFields,
  dealFields,
  authorityFields,
];

export const settingFields = settingGroups.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

/** A setting's name where it stands alone: a band means nothing without its section. */
export function fullLabel(path: string): string {
  for (const { sections } of settingGroups) {
    for (const { title, fields } of sections) {
      const field = fields.find((one) => one.path === path);
      if (field !== undefined)
        return path.startsWith('model.beliefs.') || path.startsWith('model.priors.')
          ? `${title}: ${field.label}`
          : field.label;
    }
  }
  return path;
}
