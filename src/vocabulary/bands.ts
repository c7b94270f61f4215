/** What a rep may say of a customer, from weakest to strongest; the order is the model's (docs/model.md section 2). */
export const cashPositions = ['strained', 'tight', 'balanced', 'positive', 'abundant'] as const;
export const termsImportances = ['standard_clause', 'preference', 'policy', 'critical'] as const;
export const urgencies = ['none', 'some', 'high', 'critical'] as const;
export const relationships = ['new', 'established'] as const;
export const forecasts = ['willing', 'unwilling'] as const;
/** What a customer can answer to an offer or a trial question. */
export const sayings = ['yes', 'more', 'no'] as const;
export const constraints = ['no_prepayment', 'no_shorter_terms'] as const;

export type CashPosition = (typeof cashPositions)[number];
export type TermsImportance = (typeof termsImportances)[number];
export type Urgency = (typeof urgencies)[number];
export type Relationship = (typeof relationships)[number];
export type Constraint = (typeof constraints)[number];

/** The three answers the score is uncertain about, in the order questions are considered (docs/model.md section 7). */
export const fields = ['cashPosition', 'termsImportance', 'urgency'] as const;
export type Field = (typeof fields)[number];

/** The bands of each uncertain field. */
export const bandsOf = { cashPosition: cashPositions, termsImportance: termsImportances, urgency: urgencies } as const;
