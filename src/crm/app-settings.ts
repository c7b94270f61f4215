import * as z from 'zod/mini';
import { ownFigures } from '../evidence/own-properties.ts';
import { isoDateSchema } from './customer-profile.ts';

/** Fractions; null: no limit. */
const fractionLimit = z.nullable(z.number().check(z.gte(0), z.lt(1)));

/** Up to where somebody may offer without approval; null: no limit. */
const limits = {
  /** Largest discount, fraction of the amount. */
  maxDiscount: fractionLimit,
  /** Lowest gross margin after the trade, fraction. */
  minMargin: fractionLimit,
  /** Lowest gain at our own cost of cash, home currency. */
  minGain: z._default(z.nullable(z.number()), 0),
  /** Days by which the customer may pay later than by today's terms, on average over the payments. */
  maxDaysLater: z._default(z.nullable(z.number().check(z.gte(0), z.lte(3650))), 0),
};

/** What one owner may offer without approval, in place of everybody's limits. */
export const ownerLimitSchema = z.strictObject({ ownerId: z.string().check(z.minLength(1)), ...limits });
export type OwnerLimit = z.infer<typeof ownerLimitSchema>;

/** A property of the account's own that holds a figure: accounting and credit-report apps fill such properties. */
export const ownPropertySchema = z.strictObject({
  figure: z.enum(ownFigures),
  on: z.enum(['companies', 'deals', 'line_items']),
  /** Internal name, as HubSpot's API knows it. */
  name: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,99}$/, 'a property’s internal name, such as payment_terms_days')),
  /** What the card calls the source. */
  label: z.string().check(z.minLength(1), z.maxLength(100)),
});
export type OwnProperty = z.infer<typeof ownPropertySchema>;

/** Settings of the app itself, stored beside the model's policy (docs/architecture.md section 3). */
export const appSettingsSchema = z.strictObject({
  /** Expedited shipments operations can take in one ISO week. */
  slotsPerWeek: z.int().check(z.gte(0), z.lte(1000)),
  /** Fraction in (0, 1), assumed for a deal that has no margin of its own. */
  defaultGrossMargin: z.number().check(z.gt(0), z.lt(1)),
  /** Days from order to delivery, assumed for a deal that has no lead time of its own. */
  defaultLeadTimeDays: z.number().check(z.gte(0), z.lte(3650)),
  /** Our usual terms in the compact notation (`net 30`), assumed for a deal that has none of its own. */
  defaultPaymentPlan: z.string(),
  planHorizonWeeks: z.int().check(z.gte(1), z.lte(520)),
  /** HubSpot owner who receives expedite requests. */
  opsOwnerId: z.nullable(z.string()),
  /** ISO 3166-1 alpha-2. */
  sellerCountry: z.nullable(z.string()),
  /** Day `model.priceOfCash` was set, in the account's time zone; `save-policy` keeps it true. */
  priceOfCashOn: z.nullable(isoDateSchema),
  ...limits,
  ownerLimits: z.array(ownerLimitSchema),
  /** HubSpot owners who approve offers beyond the limits; the first one gets the tasks. */
  approverIds: z.array(z.string().check(z.minLength(1))),
  /** Days an approval holds from the day it is given. */
  approvalDays: z.int().check(z.gte(1), z.lte(365)),
  /** Where the account keeps figures itself; they win over what invoices and quotes say. */
  ownProperties: z.array(ownPropertySchema).check(z.maxLength(20)),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const defaultAppSettings: AppSettings = {
  slotsPerWeek: 5,
  defaultGrossMargin: 0.45,
  defaultLeadTimeDays: 42,
  defaultPaymentPlan: 'net 30',
  planHorizonWeeks: 26,
  opsOwnerId: null,
  sellerCountry: null,
  priceOfCashOn: null,
  maxDiscount: null,
  minMargin: null,
  minGain: 0,
  maxDaysLater: 0,
  ownerLimits: [],
  approverIds: [],
  approvalDays: 14,
  ownProperties: [],
};

/** Where nobody has ever saved a policy: until somebody decides otherwise, no rep gives away more than this alone. */
export const starterAppSettings: AppSettings = { ...defaultAppSettings, maxDiscount: 0.05 };
