import { decodeDeal, scorePropertyOf, tradeOf } from '@deal-terms/core/crm';
import type { Account, Deal, OfferStatus, PolicyInForce, PropertyValues } from '@deal-terms/core/crm';
import { figureNames } from '@deal-terms/core/evidence';
import { closingChanceOf, dealStateLabels, dealStateOf, storedAdvice } from '@deal-terms/core/deal-state';
import type { DealState } from '@deal-terms/core/deal-state';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { count, money, percent, tradeInWords } from '@deal-terms/core/words';
import type { AccountNames } from '../shared/account-names.ts';
import { days } from '../shared/field-view.ts';
import { choices } from '../shared/filter-choices.ts';
import { stateLabel, stateTone } from '../shared/expedite-words.ts';
import { stateTones, statusView } from '../shared/offer-words.ts';
import type { Tone } from '../shared/offer-words.ts';
import { priceAt } from '../shared/price-words.ts';
import { dateInWords, readerOf } from '../shared/reader.ts';

/** A deal as a line of the board. */
export type DealRow = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal belongs to none. */
  readonly companyId: string;
  readonly owner: string;
  readonly stage: string;
  readonly closes: string;
  /** In the deal's currency. */
  readonly amount: string;
  /** Where the negotiation stands. */
  readonly state: Labelled;
  readonly offer: Labelled;
  readonly approval: string;
  /** Of a faster delivery, as operations answered. */
  readonly expedite: Labelled;
  /** Null for a deal nobody has scored; so is everything below. */
  readonly score: ScoreColumns | null;
};

type Labelled = { readonly label: string; readonly tone: Tone };

export type ScoreColumns = {
  /** "99, High": whole, rounded down; a chance is never shown as certain. */
  readonly negotiability: string;
  readonly band: string;
  readonly tone: 'success' | 'warning' | 'default';
  /** What to ask and to give. */
  readonly ask: string;
  /** At the fair discount, deal's currency; "" where there is nothing to offer. */
  readonly price: string;
  /** In home currency: what the board sorts by. */
  readonly expectedGain: string;
  /** Chance that the deal closes. */
  readonly closingChance: string;
  /** "90 days". */
  readonly daysSooner: string;
  /** "2 of 3". */
  readonly answers: string;
  /** Where the five figures come from that the score rests on: "1 typed, 2 found, 2 assumed". */
  readonly figures: string;
  readonly scoredOn: string;
  /** Why the score is out of date; null when policy and model are those in force. */
  readonly outdated: string | null;
};

export type RowBasis = {
  readonly account: Account;
  readonly policy: Pick<PolicyInForce, 'scoresSince' | 'model' | 'app'>;
  readonly names: AccountNames;
  readonly locale: string;
};

const nothing = '–';
const answersAsked = 3;
const approvals: Partial<Record<OfferStatus, string>> = {
  awaiting_approval: 'Awaited',
  approved: 'Given',
  countered: 'Given with a change',
  rejected: 'Declined',
};
const bandTones = { high: 'success', medium: 'warning', low: 'default' } as const;

/**
 * @param record - deal properties by name, `boardDealPropertyNames` of them
 * @param basis - who reads, and the names of what the record names by id
 */
export function dealRow(record: PropertyValues, basis: RowBasis): DealRow {
  const { account } = basis;
  const deal = decodeDeal(record, account);
  return dealLine(
    deal,
    dealStateOf({ ...deal, homeCurrency: account.homeCurrency, advice: storedAdvice(deal) }),
    basis,
  );
}

/** The line of a deal that is decoded and placed. */
export function dealLine(deal: Deal, state: DealState, basis: RowBasis): DealRow {
  const { account, names, locale } = basis;
  const { facts } = deal;
  return {
    dealId: deal.id,
    dealName: deal.name,
    companyId: facts.companyId ?? '',
    owner: facts.ownerId === null ? 'Nobody' : names.owner(facts.ownerId),
    stage: names.stage(facts.stageId ?? ''),
    closes: facts.closesOn === null ? nothing : dateInWords(facts.closesOn, locale),
    amount:
      facts.amount === null ? nothing : money(facts.amount, readerOf(locale, facts.currency ?? account.homeCurrency)),
    state: { label: dealStateLabels[state.kind], tone: stateTones[state.kind] },
    offer: statusView(deal.offer.status),
    approval: approvals[deal.offer.status] ?? nothing,
    expedite: { label: stateLabel(deal.expedite.status), tone: stateTone(deal.expedite.status) },
    score: deal.score === null ? null : scoreColumns(deal, deal.score, basis),
  };
}

function scoreColumns(
  deal: Deal,
  score: NonNullable<Deal['score']>,
  { account, policy, locale }: RowBasis,
): ScoreColumns {
  const orNothing = (value: number | null, words: (value: number) => string) =>
    value === null ? nothing : words(value);
  const trade = tradeOf(deal, policy);
  const { amount, currency } = deal.facts;
  const isOldPolicy = score.policyVersion !== policy.scoresSince;
  return {
    negotiability: orNothing(score.negotiability, (value) => String(Math.min(99, Math.floor(value)))),
    band: score.band === null ? nothing : bandLabel(score.band),
    tone: score.band === null ? 'default' : bandTones[score.band],
    ask: trade === null ? 'None worth offering' : tradeInWords(trade, { locale }),
    price:
      trade?.discount == null || amount === null
        ? ''
        : priceAt(amount, trade.discount, readerOf(locale, currency ?? account.homeCurrency)),
    expectedGain: orNothing(score.expectedGainHome, (value) => money(value, readerOf(locale, account.homeCurrency))),
    closingChance: percent(closingChanceOf(deal), { locale }),
    daysSooner: orNothing(score.daysSooner, (value) => days(value, locale)),
    answers: orNothing(
      score.answersKnown,
      (known) => `${count(known, { locale })} of ${count(answersAsked, { locale })}`,
    ),
    figures: orNothing(score.figuresAssumed, (assumed) => figuresInWords(deal, assumed, locale)),
    scoredOn: dateInWords(score.scoredOn, locale),
    outdated:
      isOldPolicy || score.modelVersion !== MODEL_VERSION ? `${isOldPolicy ? 'Policy' : 'Model'} changed since` : null,
  };
}

/** What nobody typed and is not assumed was found in HubSpot. */
function figuresInWords({ customer }: Deal, assumed: number, locale: string): string {
  const typed = figureNames.filter((name) => customer[name] !== null).length;
  const found = Math.max(0, figureNames.length - typed - assumed);
  return [
    { size: typed, word: 'typed' },
    { size: found, word: 'found' },
    { size: assumed, word: 'assumed' },
  ]
    .filter(({ size }) => size > 0)
    .map(({ size, word }) => `${count(size, { locale })} ${word}`)
    .join(', ');
}

function bandLabel(band: string): string {
  return choices(scorePropertyOf.band).find(({ value }) => value === band)?.label ?? band;
}
