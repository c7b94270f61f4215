import type { Policy } from './policy-schema.ts';

/**
 * The built-in policy: priors a seller edits, not truths (docs/model.md section 3).
 *
 * @source euro deposits 0.5–1.9 % and small loans 3.7–4.0 % (ECB, November 2025); US small-business lines 6.5–7.9 % (Kansas City Fed,
 * fourth quarter 2024); alternative lenders 10–30 %; expedited freight +20–30 %, rush production +25–50 % (docs/model.md section 10)
 */
export const defaultPolicy: Policy = {
  borrowingRate: 0.09,
  priceOfCash: null,
  factoring: null,
  backlog: { unfundedCost: 0, contributionMargin: 0.2, cycleDays: 120, certainty: 0.6 },
  supplierPaymentDay: 0,
  expedite: { fixedCost: 250, costPerDay: 0.002, minLeadTimeDays: 14, daysSaved: [7, 14, 21] },
  forecast: { costSaving: 0.03, customerEffort: 0.002 },
  discount: { max: 0.15, maxPremium: 0.06, step: 0.005, keepOfMargin: 0.5 },
  materialGain: { seller: 0.005, sellerMoney: 50, customer: 0.0025 },
  responseNoise: 0.01,
  silence: 0.1,
  refusalCost: 0.001,
  customerBargainingPower: 0.5,
  minAcceptance: 0.5,
  allowLongerTerms: false,
  urgencyHorizonDays: 30,
  statedSpread: 0.3,
  worthAsking: 0.0005,
  paymentOptions: [
    { id: 'on_delivery', payments: [{ share: 1, anchor: 'delivery', days: 0 }] },
    { id: 'advance_30', payments: [{ share: 1, anchor: 'delivery', days: -30 }] },
    {
      id: 'deposit_50',
      payments: [
        { share: 0.5, anchor: 'order', days: 0 },
        { share: 0.5, anchor: 'delivery', days: 30 },
      ],
    },
    { id: 'net_14', payments: [{ share: 1, anchor: 'delivery', days: 14 }] },
    { id: 'net_30', payments: [{ share: 1, anchor: 'delivery', days: 30 }] },
    { id: 'net_60', payments: [{ share: 1, anchor: 'delivery', days: 60 }] },
    { id: 'balance_on_delivery', balanceDays: 0 },
    { id: 'balance_30', balanceDays: 30 },
  ],
  beliefs: {
    cashPosition: {
      strained: [0.16, 0.24, 0.36],
      tight: [0.09, 0.13, 0.2],
      balanced: [0.05, 0.07, 0.1],
      positive: [0.02, 0.035, 0.06],
      abundant: [0.005, 0.015, 0.03],
    },
    defaultHazard: { strained: 0.06, tight: 0.03, balanced: 0.015, positive: 0.007, abundant: 0.003, unknown: 0.015 },
    termsImportance: {
      standard_clause: [0, 0, 0.01],
      preference: [0.01, 0.03, 0.08],
      policy: [0.04, 0.12, 0.25],
      critical: [0.25, 0.5, 0.9],
    },
    termsFriction: { standard_clause: 0, preference: 0.001, policy: 0.004, critical: 0.01, unknown: 0.003 },
    urgency: {
      none: [0, 0, 0],
      some: [0.0005, 0.001, 0.002],
      high: [0.001, 0.002, 0.004],
      critical: [0.004, 0.008, 0.016],
    },
    prepaymentRisk: { new: 0.05, established: 0.015, unknown: 0.03 },
  },
  priors: {
    cashPosition: { strained: 0.1, tight: 0.25, balanced: 0.35, positive: 0.2, abundant: 0.1 },
    termsImportance: { standard_clause: 0.3, preference: 0.3, policy: 0.3, critical: 0.1 },
    urgency: { none: 0.5, some: 0.3, high: 0.15, critical: 0.05 },
  },
};
