import type { Answers } from '../deal-row.ts';

/** How a customer of the last two years buys, and what it bought. */
export type PastCustomer = {
  readonly company: string;
  readonly currency: string | null;
  /** A usual order, in that currency. */
  readonly usualAmount: number;
  readonly usual: Pick<
    Answers,
    'cashPosition' | 'termsImportance' | 'constraints' | 'daysBeyondTerms' | 'paymentPlan'
  > & {
    readonly grossMargin: number;
    readonly leadTimeDays: number;
  };
  /** Oldest first. */
  readonly orders: readonly string[];
};

type Row = readonly [
  company: string,
  usualAmount: number,
  paymentPlan: string,
  grossMargin: number,
  leadTimeDays: number,
  cashPosition: NonNullable<Answers['cashPosition']>,
  termsImportance: NonNullable<Answers['termsImportance']>,
  orders: readonly string[],
  rest?: {
    readonly currency?: string;
    readonly late?: number;
    readonly constraints?: Answers['constraints'];
  },
];

// prettier-ignore
const rows: readonly Row[] = [
  ['hansa', 24_000, 'net 60', 0.42, 35, 'abundant', 'standard_clause', ['Nativity sets', 'Porcelain bells', 'Wind chimes', 'Harbour clocks']],
  ['alpen', 31_000, 'net 90', 0.44, 42, 'positive', 'preference', ['Music boxes, spring', 'Wooden angels', 'Incense cones', 'Advent stars']],
  ['rhein', 38_000, 'net 60', 0.47, 49, 'balanced', 'preference', ['Deck shop, first season', 'Lorelei figures', 'Castle snow globes']],
  ['dom', 14_000, 'net 30', 0.4, 28, 'balanced', 'policy', ['Cathedral models', 'Walking tour badges', 'Old town prints'], { constraints: ['no_prepayment'] }],
  ['salz', 11_500, 'net 30', 0.52, 35, 'tight', 'critical', ['Papageno puppets', 'Festival fans', 'Note paper boxes'], { late: 12 }],
  ['wien', 15_000, 'net 60', 0.38, 28, 'strained', 'critical', ['Sachertorte tins', 'Coffee spoons', 'Fiaker models'], { late: 21 }],
  ['zuri', 26_000, 'net 60', 0.46, 42, 'abundant', 'preference', ['Lake steamers', 'Alpine cows', 'Zunft figures', 'Winter windows'], { currency: 'CHF' }],
  ['luzern', 13_000, 'net 30', 0.5, 35, 'positive', 'standard_clause', ['Chapel Bridge clocks', 'Lion key rings', 'Pocket barometers'], { currency: 'CHF' }],
  ['praha', 16_000, 'net 60', 0.36, 35, 'tight', 'policy', ['Astronomical clocks', 'Puppets, small', 'Garnet boxes'], { late: 9 }],
  ['harrow', 29_000, 'net 90', 0.45, 42, 'positive', 'policy', ['Gift hall, first floor', 'Royal jubilee tins', 'Carriage clocks', 'Hampers'], { currency: 'GBP' }],
  ['cotswold', 22_000, 'net 60', 0.41, 42, 'tight', 'policy', ['Sundials', 'Bird houses', 'Wicker reindeer'], { currency: 'GBP' }],
  ['museum', 8_900, 'net 30', 0.48, 28, 'balanced', 'policy', ['Steam engine kits', 'Loom models', 'Miners’ lamps'], { currency: 'GBP', constraints: ['no_prepayment'] }],
  ['aarhus', 15_800, 'net 30', 0.43, 28, 'positive', 'standard_clause', ['Paper stars', 'Candle holders', 'Felt gnomes', 'Tree toppers']],
  ['fjord', 24_000, 'net 90', 0.39, 49, 'abundant', 'policy', ['Trolls, cabin size', 'Viking ships', 'Knitted mittens', 'Aurora globes']],
  ['gent', 10_400, 'net 60', 0.44, 35, 'tight', 'critical', ['Belfry clocks', 'Praline tins'], { late: 15 }],
  ['schwarz', 16_500, 'net 30', 0.46, 28, 'strained', 'policy', ['Bollenhut dolls', 'Carved owls', 'Waterfall globes'], { late: 6 }],
  ['bavarian', 41_000, 'net 60', 0.37, 56, 'tight', 'policy', ['Beer garden signs', 'Pretzel hooks', 'Half-litre steins'], { currency: 'USD' }],
  ['maple', 43_000, 'net 90', 0.43, 56, 'abundant', 'standard_clause', ['Sugar shack set', 'Covered bridges', 'Sleigh bells', 'Pine ornaments'], { currency: 'USD' }],
  ['lakeside', 36_000, '50% order + 50% net 30', 0.42, 42, 'tight', 'preference', ['Mugs, five cities', 'Market pyramids', 'Skating figures'], { currency: 'USD' }],
  ['southern', 27_500, 'net 60', 0.35, 63, 'balanced', 'preference', ['Beach hut clocks', 'Koala ornaments'], { currency: 'USD' }],
  ['rockies', 22_000, 'net 60', 0.4, 56, 'positive', 'preference', ['Ski lodge clocks', 'Bear bookends', 'Elk hooks', 'Summit globes'], { currency: 'USD' }],
];

/** Whoever bought before today, and how. Not among them: the two customers of the story, whom the visitor is to get to know. */
export const pastCustomers: readonly PastCustomer[] = rows.map(
  ([
    company,
    usualAmount,
    paymentPlan,
    grossMargin,
    leadTimeDays,
    cashPosition,
    termsImportance,
    orders,
    rest = {},
  ]) => ({
    company,
    currency: rest.currency ?? null,
    usualAmount,
    usual: {
      cashPosition,
      termsImportance,
      constraints: rest.constraints ?? [],
      daysBeyondTerms: rest.late ?? null,
      paymentPlan,
      grossMargin,
      leadTimeDays,
    },
    orders,
  }),
);

/** What customers gave as their reason, for deals in a hurry and for those that are not, in the language they said it in. */
export const reasons = {
  urgent: [
    'The promotion starts whether the goods are here or not; last year the shelves were empty for a week.',
    'Die Aktionswoche steht im Prospekt, ohne Ware stehen wir dumm da.',
    'We were sold out on the second weekend of December and do not want that again.',
    'The new shop opens on the first; an empty window costs us the rent.',
    'Eén keer uitverkocht in het hoogseizoen was genoeg.',
    'Our supplier let us down and the catalogue is printed.',
    'Rupture de stock à Noël: la direction ne veut plus entendre ce mot.',
    'The coach season begins in May and our shop has nothing to sell before you deliver.',
  ],
  calm: [
    'We pay in the second payment run of the month, whatever the invoice says.',
    'Storage is full until the summer range is sold: we would rather have it in two deliveries.',
    'Das Geld steckt bis nach Weihnachten in der Ware.',
    'The ninety days are in the standard contract; nobody here has asked for them.',
    'Der Zahllauf ist am 15., davor geht nichts raus.',
    'The warehouse charges by the pallet, so we order late on purpose.',
    'Head office looks at the price on the invoice and at nothing else.',
    'Our own customers pay late, and the bank has cut our credit line.',
    'We plan our shelves a year ahead and could tell you what we will need each quarter.',
  ],
} as const;

/** What customers said to an offer. */
export const replies = {
  accepted: [
    'Agreed, send the confirmation.',
    'That works for us.',
    'Einverstanden.',
    'Fine, as long as the date holds.',
    '',
  ],
  wanted_more: ['Another per cent and we have a deal.', 'Not enough for what we give up.', 'Da muss noch was gehen.'],
  refused_terms: [
    'Accounting does not pay sooner for anybody.',
    'Wir bleiben bei unseren Bedingungen.',
    'The bank would have to agree, and will not.',
  ],
  refused_price: [
    'The discount has to show on the price list.',
    'Head office wants five.',
    'For that we can get it elsewhere.',
  ],
  no_answer: [''],
} as const;
