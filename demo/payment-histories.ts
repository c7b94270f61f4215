/** How a customer was billed and how it paid. Days are counted from the day the account is set up. */
export type PaymentHistory = {
  readonly company: string;
  readonly netDays: number;
  /** The newest last: when each invoice was due, and how many days after that it was paid. */
  readonly paid: readonly { readonly dueInDays: number; readonly late: number; readonly amount: number }[];
  readonly open: readonly { readonly dueInDays: number; readonly amount: number }[];
};

/** From who pays within the week to who pays when it can. */
export const paymentHistories: readonly PaymentHistory[] = [
  {
    company: 'schwarz',
    netDays: 30,
    paid: [
      { dueInDays: -380, late: 5, amount: 17_400 },
      { dueInDays: -210, late: 8, amount: 6_900 },
      { dueInDays: -120, late: 4, amount: 8_250 },
      { dueInDays: -40, late: 6, amount: 5_600 },
    ],
    open: [{ dueInDays: 12, amount: 3_800 }],
  },
  {
    company: 'salz',
    netDays: 30,
    paid: [
      { dueInDays: -300, late: 14, amount: 5_150 },
      { dueInDays: -190, late: 9, amount: 4_700 },
      { dueInDays: -100, late: 12, amount: 10_900 },
    ],
    open: [],
  },
  {
    company: 'wien',
    netDays: 60,
    paid: [
      { dueInDays: -330, late: 17, amount: 7_300 },
      { dueInDays: -250, late: 24, amount: 8_800 },
      { dueInDays: -180, late: 21, amount: 19_800 },
    ],
    open: [
      { dueInDays: -18, amount: 9_400 },
      { dueInDays: 30, amount: 6_200 },
    ],
  },
  {
    company: 'gent',
    netDays: 30,
    paid: [
      { dueInDays: -350, late: 19, amount: 4_100 },
      { dueInDays: -240, late: 31, amount: 3_650 },
      { dueInDays: -160, late: 22, amount: 5_200 },
      { dueInDays: -90, late: 26, amount: 2_900 },
    ],
    open: [{ dueInDays: -25, amount: 4_200 }],
  },
];

/** What a deal is made up of, and on what terms it was quoted, days; null where it was not. */
export type DealLines = {
  readonly deal: string;
  readonly company: string;
  readonly netDays: number | null;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly price: number;
    readonly unitCost: number;
  }[];
};

/** Deals nobody has typed anything of: their lines say what they leave. */
export const dealLines: readonly DealLines[] = [
  {
    deal: 'Summer festival merchandise',
    company: 'rhein',
    netDays: 60,
    lines: [
      { name: 'Festival cuckoo clock', quantity: 300, price: 48, unitCost: 27 },
      { name: 'Souvenir stein', quantity: 480, price: 20, unitCost: 13 },
    ],
  },
  {
    deal: 'Trade fair follow-up',
    company: 'gent',
    netDays: null,
    lines: [{ name: 'Lace clock', quantity: 60, price: 90, unitCost: 58 }],
  },
];
