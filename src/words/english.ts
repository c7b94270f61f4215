/** A message; where it counts something, one form for 1 and one for every other number. */
export type Message = string | { readonly one: string; readonly other: string };

/**
 * Every sentence the app says about a score, in English.
 * `{name}` stands for a value, `{a name}` for the value after its indefinite article; values arrive formatted for the reader's locale.
 */
export const english = {
  planOnDelivery: 'payment on delivery',
  planAfterDelivery: { one: 'payment {count} day after delivery', other: 'payment {count} days after delivery' },
  planBeforeDelivery: { one: 'payment {count} day before delivery', other: 'payment {count} days before delivery' },
  planWithOrder: 'payment with the order',
  planAfterOrder: { one: 'payment {count} day after the order', other: 'payment {count} days after the order' },
  planBeforeOrder: { one: 'payment {count} day before the order', other: 'payment {count} days before the order' },
  planShare: '{share} {when}',
  shareOnDelivery: 'on delivery',
  shareAfterDelivery: { one: '{count} day after delivery', other: '{count} days after delivery' },
  shareBeforeDelivery: { one: '{count} day before delivery', other: '{count} days before delivery' },
  shareWithOrder: 'with the order',
  shareAfterOrder: { one: '{count} day after the order', other: '{count} days after the order' },
  shareBeforeOrder: { one: '{count} day before the order', other: '{count} days before the order' },
  otherTerms: 'other payment terms',
  forecasts: 'quarterly forecasts',
  sooner: { one: 'delivery {count} day sooner', other: 'delivery {count} days sooner' },

  askAndOffer: 'Ask for {ask} and offer {give}.',
  ask: 'Ask for {ask}.',
  offer: 'Offer {give}.',
  offerOnly: 'Offer {give}, payment terms as they are.',
  startSettleNever: 'Start at {opening}, aim to close at {fair}, {limit}.',
  takeOnly: 'Go for {fair}, {limit}.',
  discount: '{a rate} discount',
  premium: '{a rate} premium',
  noDiscount: 'no discount',
  neverAbove: 'never above {rate}',
  neverAboveDiscount: 'never above {a rate} discount',
  neverDiscount: 'never give a discount',
  neverBelowPremium: 'never below {a rate} premium',
  asFarAsWeGo: 'which is as far as we go',
  noTrade: 'No trade of terms suits both sides, as far as we know: leave the terms as they are.',
  noTradeYet: 'No offer suits both sides yet: ask first.',

  sellerWorth: 'Worth {gain} to us: {because}.',
  sellerWorthAfter: 'Worth {gain} to us: {because}, after {costs}.',
  customerWorth: 'Worth {gain} to the customer: {because}.',
  customerWorthAfter: 'Worth {gain} to the customer: {because}, after {costs}.',
  cashSooner: {
    one: 'our cash is back {count} day sooner at a cost of cash of {rate} a year',
    other: 'our cash is back {count} days sooner at a cost of cash of {rate} a year',
  },
  lessDefault: 'less of it is at risk of not being paid',
  forecastSaves: 'forecasts save us {money} of direct cost',
  getsPremium: 'the customer pays {money} more',
  betterPlan: 'their payments are worth more in today’s money',
  costOfLater: {
    one: 'waiting {count} day longer for our cash at {rate} a year',
    other: 'waiting {count} days longer for our cash at {rate} a year',
  },
  costOfExpedite: '{money} for the faster delivery',
  costOfDiscount: '{money} of discount',
  getsSpeed: { one: 'their goods come {count} day sooner', other: 'their goods come {count} days sooner' },
  savesDiscount: 'they save {money} on the price',
  getsLonger: { one: 'they keep their cash {count} day longer', other: 'they keep their cash {count} days longer' },
  cheaperPlan: 'their payments cost them less in today’s money',
  costOfEarlier: {
    one: 'what paying {count} day earlier costs them',
    other: 'what paying {count} days earlier costs them',
  },
  costOfForecast: 'the effort of forecasting',
  costOfPremium: '{money} of premium',

  givesTerms: 'pays {when} instead of {today}',
  givesForecasts: 'shares quarterly forecasts',
  givesPremium: 'pays {a rate} premium',
  givesNothing: 'keeps paying {today}',
  givesFor: '{gives}, for {price}',

  askCashPosition: 'If we took {rate} off, could you pay when the goods arrive, or is the money spoken for?',
  askTrial: 'Would you {ask}?',
  askTrialOffer: 'Would it help you if we {give}?',
  askTrialTrade: 'If we {give}, would you {ask}?',
  tryPaying: 'pay {when}',
  tryPayingMore: 'pay {rate} more',
  tryForecasts: 'share quarterly forecasts',
  tryDiscount: 'took {rate} off',
  trySooner: { one: 'delivered {count} day sooner', other: 'delivered {count} days sooner' },
  tryLonger: 'let you pay {when}',
  askTermsImportance: 'Who would have to agree if your payment terms were different on this one order?',
  askUrgency: 'If it came {weeks} weeks earlier, what would that be worth to you?',

  cashPrice: 'The cash it frees costs us {rate} a year; {beside}.',
  cashAtBank: 'the bank charges {rate}',
  cashAtFactor: 'factoring {rate}',
  cashInBacklog: 'our backlog earns {rate}',
  leftAtBankRate: 'If the waiting orders earn nothing, {gain} of our gain is left.',
  lostAtBankRate: 'If the waiting orders earn nothing, it costs us {gain}.',

  likely: 'likely',
  even: 'even',
  unlikely: 'unlikely',
  judged: '{word} ({chance})',
  guessed: '{word} (about {chance})',
  agreedTo: 'agreed to',

  meaning: '{likelihood} that one of these offers suits both sides, if our assumptions hold.',
  meaningUnknown: {
    one: '{count} of 3 answers is known; the rest is assumed.',
    other: '{count} of 3 answers are known; the rest is assumed.',
  },
  meaningKnown: 'All 3 answers are known; how customers with such answers behave is assumed.',

  bandHigh: 'High',
  bandMedium: 'Medium',
  bandLow: 'Low',
  verdictTrade: 'Trade: make the offer',
  verdictExplore: 'Explore: ask first',
  verdictHold: 'Hold: leave the terms alone',
  customerFinances: 'the customer finances it',
} as const satisfies Readonly<Record<string, Message>>;

/** Name of a message. */
export type MessageKey = keyof typeof english;
