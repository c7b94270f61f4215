import * as z from 'zod/mini';
import { isoDateSchema } from './captured.ts';

/** Largest discount and lowest gross margin after the trade that need nobody's approval, fractions; null: none. */
const maxDiscount = z.nullable(z.number().check(z.gte(0), z.lt(1)));
const minMargin = z.nullable(z.number().check(z.gte(0), z.lt(1)));

/** What one owner may offer without approval, in place of everybody's limits. */
export const ownerLimitSchema = z.strictObject({ ownerId: z.string().check(z.minLength(1)), maxDiscount, minMargin });
export type OwnerLimit = z.infer<typeof ownerLimitSchema>;

/** Settings of the app itself, stored beside the model's policy (design: stored policy). */
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
  /** Up to where everybody may offer without approval. */
  maxDiscount,
  minMargin,
  ownerLimits: z.array(ownerLimitSchema),
  /** HubSpot owners who approve offers beyond the limits; the first one gets the tasks. */
  approverIds: z.array(z.string().check(z.minLength(1))),
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
  ownerLimits: [],
  approverIds: [],
};
