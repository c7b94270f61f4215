/** Deal properties of the first version, 0.1.0. */
export const first =
  `terms_cash_position terms_importance terms_urgency terms_relationship terms_forecast terms_needed_by terms_constraints
terms_days_beyond_terms terms_customer_why terms_payment_plan terms_gross_margin terms_lead_time_days
terms_negotiability terms_negotiability_band terms_answers_known terms_verdict terms_best_package terms_best_trade terms_levers
terms_recommended_discount terms_opening_discount terms_limit_discount terms_seller_gain terms_customer_gain terms_expected_gain
terms_expected_gain_home terms_days_sooner terms_cash_days_released terms_next_question terms_scored_at terms_scored_amount
terms_policy_version terms_model_version terms_score_inputs
terms_expedite_status terms_expedite_date terms_expedite_days_saved terms_expedite_cost
terms_offer_status terms_offered_package terms_offered_discount terms_offered_at terms_offered_acceptance terms_offered_gain_home
terms_answer terms_answered_on terms_agreed_package terms_agreed_discount terms_concessions terms_concessions_lost_home
terms_realised_gain_home terms_offer_log`.split(/\s+/);

/** Choices of the ledger's property *Kind* in the first version. */
export const firstKinds: readonly string[] = ['account', 'policy', 'decision', 'slot', 'totals', 'offer'];
