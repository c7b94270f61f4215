/**
 * Names of the deal properties the app creates, apart from their definitions: functions and cards read by name and have no use for labels and descriptions.
 * Names are stable: people build views on them.
 */
export const capturedPropertyNames = [
  'terms_cash_position',
  'terms_importance',
  'terms_urgency',
  'terms_relationship',
  'terms_forecast',
  'terms_needed_by',
  'terms_constraints',
  'terms_days_beyond_terms',
  'terms_customer_why',
  'terms_payment_plan',
  'terms_gross_margin',
  'terms_lead_time_days',
] as const;
export type CapturedPropertyName = (typeof capturedPropertyNames)[number];

export const scorePropertyNames = [
  'terms_negotiability',
  'terms_negotiability_band',
  'terms_answers_known',
  'terms_verdict',
  'terms_best_package',
  'terms_best_trade',
  'terms_levers',
  'terms_recommended_discount',
  'terms_seller_gain',
  'terms_customer_gain',
  'terms_expected_gain',
  'terms_expected_gain_home',
  'terms_days_sooner',
  'terms_cash_days_released',
  'terms_next_question',
  'terms_scored_at',
  'terms_scored_amount',
  'terms_policy_version',
  'terms_model_version',
  'terms_score_inputs',
] as const;
export type ScorePropertyName = (typeof scorePropertyNames)[number];

export const expeditePropertyNames = [
  'terms_expedite_status',
  'terms_expedite_date',
  'terms_expedite_days_saved',
  'terms_expedite_cost',
] as const;
export type ExpeditePropertyName = (typeof expeditePropertyNames)[number];

export const offerPropertyNames = [
  'terms_offer_status',
  'terms_offered_package',
  'terms_offered_discount',
  'terms_offered_at',
  'terms_offered_acceptance',
  'terms_offered_gain_home',
  'terms_answer',
  'terms_answered_on',
  'terms_agreed_package',
  'terms_agreed_discount',
  'terms_concessions',
  'terms_concessions_lost_home',
  'terms_realised_gain_home',
  'terms_offer_log',
] as const;
export type OfferPropertyName = (typeof offerPropertyNames)[number];

/** HubSpot's own deal properties the app reads: what the score rests on, and whose deal it is. */
export const nativeDealPropertyNames = [
  'hs_object_id',
  'dealname',
  'amount',
  'deal_currency_code',
  'hs_exchange_rate',
  'closedate',
  'hs_is_closed',
  'hs_primary_associated_company',
  'hubspot_owner_id',
] as const;
export type NativeDealPropertyName = (typeof nativeDealPropertyNames)[number];

/** All a deal's score depends on, and the score: what a bulk rescore and the pages read. */
export const scoredDealPropertyNames: readonly string[] = [
  ...nativeDealPropertyNames,
  ...capturedPropertyNames,
  ...scorePropertyNames,
  ...expeditePropertyNames,
];

/** What a card reads and asks HubSpot to attest to a function (`propertiesToSend`): the same, and what was offered. */
export const attestedDealPropertyNames: readonly string[] = [...scoredDealPropertyNames, ...offerPropertyNames];
