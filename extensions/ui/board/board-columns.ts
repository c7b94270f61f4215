/** What a line of the board can say beside the deal's name, in the order of the columns. */
export const columnKeys = [
  'owner',
  'stage',
  'closes',
  'amount',
  'state',
  'offer',
  'approval',
  'expedite',
  'negotiability',
  'answers',
  'evidence',
  'trade',
  'expectedGain',
  'daysSooner',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** As many as fit on a screen 1280 pixels wide. */
export const columnsAtFirst: readonly ColumnKey[] = [
  'owner',
  'closes',
  'amount',
  'state',
  'negotiability',
  'expectedGain',
  'daysSooner',
];

export const columnLabels: Record<ColumnKey, string> = {
  owner: 'Owner',
  stage: 'Stage',
  closes: 'Closes',
  amount: 'Amount',
  state: 'Where it stands',
  offer: 'Offer',
  approval: 'Approval',
  expedite: 'Expedite',
  negotiability: 'Score',
  answers: 'Answers',
  evidence: 'Figures',
  trade: 'Best trade',
  expectedGain: 'Expected gain',
  daysSooner: 'Sooner by',
};
