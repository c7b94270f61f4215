/** A deal of 100,000 at net 60 whose customer has cash and would forecast, as a plan is asked about it. */
export const willingDeal = (id: string, more: object = {}) => ({
  id,
  deal: {
    amount: 100_000,
    grossMargin: 0.4,
    leadTimeDays: 35,
    payments: [{ share: 1, anchor: 'delivery', days: 60 }],
    ...more,
  },
  customer: { cashPosition: 'positive', termsImportance: 'standard_clause', urgency: 'none', forecast: 'willing' },
});
