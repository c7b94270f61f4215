/**
 * Names of the deal properties the app creates, apart from their definitions: functions and cards read by name and have no use for labels and descriptions.
 * Names are stable: people build views on them.
 */
export const profilePropertyNames = [
  'terms_cash_position',
  'terms_importance',
  'terms_urgency',
  'terms_relationship',
  'terms_forecast',
  'terms_needed_by',
  'terms_constraints',
  'terms_days_beyond_terms',
  'terms_stated_cost_of_cash',
  'terms_stated_loss_per_day',
  'terms_customer_why',
  'terms_themes',
  'terms_payment_plan',
  'terms_gross_margin',
  'terms_lead_time_days',
] as const;
export type ProfilePropertyName = (typeof profilePropertyNames)[number];

export const scorePropertyNames = [
  'terms_negotiability',
  'terms_negotiability_band',
  'terms_answers_known',
  'terms_verdict',
  'terms_best_package',
  'terms_best_trade',
  'terms_levers',
  'terms_recommended_discount',
  'terms_opening_discount',
  'terms_limit_discount',
  'terms_seller_gain',
  'terms_break_even_rate',
  'terms_gain_at_bank_rate',
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
  'terms_evidence',
  'terms_figures_assumed',
  'terms_assumed_figures',
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
  'terms_list_amount',
  'terms_offer_log',
] as const;
export type OfferPropertyName = (typeof offerPropertyNames)[number];

/** HubSpot's own properties of a deal by what they hold: what searches sort and filter by. */
export const nativePropertyOf = {
  id: 'hs_object_id',
  name: 'dealname',
  amount: 'amount',
  amountHome: 'amount_in_home_currency',
  currency: 'deal_currency_code',
  exchangeRate: 'hs_exchange_rate',
  closesOn: 'closedate',
  createdOn: 'createdate',
  changedOn: 'hs_lastmodifieddate',
  isClosed: 'hs_is_closed',
  isWon: 'hs_is_closed_won',
  pipelineId: 'pipeline',
  stageId: 'dealstage',
  stageProbability: 'hs_deal_stage_probability',
  companyId: 'hs_primary_associated_company',
  ownerId: 'hubspot_owner_id',
} as const;
export type NativeDealPropertyName = (typeof nativePropertyOf)[keyof typeof nativePropertyOf];

/** HubSpot's own deal properties the score rests on, and whose deal it is. */
export const nativeDealPropertyNames = [
  'hs_object_id',
  'dealname',
  'amount',
  'deal_currency_code',
  'hs_exchange_rate',
  'closedate',
  'hs_is_closed',
  'hs_is_closed_won',
  'hs_primary_associated_company',
  'hubspot_owner_id',
] as const satisfies readonly NativeDealPropertyName[];

/** All a deal's score depends on, and the score: what a bulk rescore and the pages read. */
export const scoredDealPropertyNames: readonly string[] = [
  ...nativeDealPropertyNames,
  ...profilePropertyNames,
  ...scorePropertyNames,
  ...expeditePropertyNames,
  'terms_list_amount',
  'terms_offer_log',
];

/** What a rescore reads: from the first offer on, a deal's own terms and cost stay as they were found; totals are weighted by how likely each is won. */
export const rescoredDealPropertyNames: readonly string[] = [
  ...scoredDealPropertyNames,
  nativePropertyOf.stageProbability,
  'terms_offered_at',
];

/** What a card reads and asks HubSpot to attest to a function (`propertiesToSend`): the same, and what was offered. */
export const attestedDealPropertyNames: readonly string[] = [
  ...new Set([...scoredDealPropertyNames, ...offerPropertyNames]),
];

/** What a plan over open deals reads: the score, what it rests on, and how likely the deal is won. */
export const plannedDealPropertyNames: readonly string[] = [
  ...scoredDealPropertyNames,
  nativePropertyOf.stageId,
  nativePropertyOf.stageProbability,
  'terms_offer_status',
  'terms_agreed_package',
  'terms_agreed_discount',
];

/** What a line of the board reads: where the deal stands, what its score advises, and how likely it is won. */
export const boardDealPropertyNames: readonly string[] = [
  ...nativeDealPropertyNames,
  nativePropertyOf.amountHome,
  nativePropertyOf.pipelineId,
  nativePropertyOf.stageId,
  nativePropertyOf.stageProbability,
  ...profilePropertyNames,
  ...scorePropertyNames.filter((name) => name !== 'terms_evidence' && name !== 'terms_score_inputs'),
  ...expeditePropertyNames,
  'terms_offer_status',
  'terms_offered_at',
  'terms_answered_on',
  'terms_concessions',
];
