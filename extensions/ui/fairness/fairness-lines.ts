import type { Account } from '@deal-terms/core/crm';
import { csvOf } from '@deal-terms/core/insights';
import type { CsvValue } from '@deal-terms/core/insights';
import { termsInWords } from '@deal-terms/core/offers';
import type { RecordedOffers } from '@deal-terms/core/offers';
import { chance, discountInWords, money, percent } from '@deal-terms/core/words';
import type { AccountNames } from '../shared/account-names.ts';
import { answerLabels } from '../shared/offer-words.ts';
import { capitalised } from '../shared/advised-offer-view.ts';
import { dateInWords, instantInWords, readerOf } from '../shared/reader.ts';

export type FairnessWords = {
  readonly account: Account;
  readonly names: AccountNames;
  readonly companyNames: ReadonlyMap<string, string>;
  readonly locale: string;
};

/** One offer as the log shows it; texts are complete. */
export type FairnessLine = {
  readonly dealId: string;
  /** Its place among the offers on its deal, from 1. */
  readonly round: number;
  readonly dealName: string;
  readonly company: string;
  readonly owner: string;
  readonly offered: string;
  readonly terms: string;
  readonly discount: string;
  readonly justification: string;
  readonly approved: string;
  readonly answer: string;
};

const nobody = 'Nobody';
const noCompany = 'No company';

/** A name that is not read yet, or that the viewer may not see, is shown by its id. */
function companyOf({ companyId }: RecordedOffers, { companyNames }: FairnessWords): string {
  return companyId === '' ? noCompany : companyNames.get(companyId) || `Company ${companyId}`;
}

function ownerOf({ ownerId }: RecordedOffers, { names }: FairnessWords): string {
  return ownerId === '' ? nobody : names.owner(ownerId);
}

/**
 * Every offer with what justified it then, by company, a company's latest first.
 *
 * @param deals - latest offer first
 */
export function fairnessLines(deals: readonly RecordedOffers[], words: FairnessWords): FairnessLine[] {
  const { account, locale } = words;
  const lines = deals.flatMap((deal) =>
    [...deal.rounds].reverse().map(({ offer, approvedBy, answer }, back): FairnessLine => {
      const { appraisal, terms } = offer;
      const reader = readerOf(locale, appraisal.currency);
      return {
        dealId: deal.dealId,
        round: deal.rounds.length - back,
        dealName: deal.dealName,
        company: companyOf(deal, words),
        owner: ownerOf(deal, words),
        offered: `${instantInWords(offer.at, account, locale)}, ${offer.by}`,
        terms: termsInWords(offer, { locale }),
        discount: capitalised(discountInWords(terms.discount, { locale })),
        justification: `${money(appraisal.sellerGain, reader)} for us, ${money(appraisal.customerGain, reader)} for the customer, at a chance of a yes of ${chance(appraisal.acceptance, reader)}; our cost of cash ${percent(appraisal.costOfCash, reader)} a year${appraisal.expediteCost > 0 ? `, speed ${money(appraisal.expediteCost, reader)}` : ''}.`,
        approved: approvedBy ?? '–',
        answer: answer === null ? 'Open' : `${answerLabels[answer.answer]}, ${dateInWords(answer.answeredOn, locale)}`,
      };
    }),
  );
  return lines
    .map((line, place) => ({ line, place }))
    .sort((one, other) => one.line.company.localeCompare(other.line.company, locale) || one.place - other.place)
    .map(({ line }) => line);
}

/** The log as CSV, figures as estimated then, in the deal's currency. */
export function fairnessCsv(deals: readonly RecordedOffers[], words: FairnessWords): string {
  const head = [
    'Record ID',
    'Deal Name',
    'Associated Company',
    'Deal owner',
    'Offered at',
    'Offered by',
    'Package',
    'Terms',
    'Discount',
    'Amount',
    'Currency',
    'Our gain',
    'Customer’s gain',
    'Chance of a yes',
    'Our cost of cash',
    'Expedite cost',
    'Gross margin after',
    'Customer cash position',
    'Importance of payment terms',
    'Customer urgency',
    'Policy version',
    'Approved by',
    'Answer',
    'Answered on',
  ];
  const rows = deals.flatMap((deal) =>
    deal.rounds.map(({ offer: { terms, appraisal, at, by }, approvedBy, answer }): CsvValue[] => [
      deal.dealId,
      deal.dealName,
      companyOf(deal, words),
      ownerOf(deal, words),
      at,
      by,
      appraisal.packageId,
      termsInWords({ terms, appraisal }),
      terms.discount,
      appraisal.deal.amount,
      appraisal.currency,
      rounded(appraisal.sellerGain),
      rounded(appraisal.customerGain),
      rounded(appraisal.acceptance, 4),
      rounded(appraisal.costOfCash, 4),
      rounded(appraisal.expediteCost),
      rounded(appraisal.marginRate, 4),
      appraisal.customer.cashPosition ?? null,
      appraisal.customer.termsImportance ?? null,
      appraisal.customer.urgency ?? null,
      appraisal.policyVersion,
      approvedBy,
      answer?.answer ?? null,
      answer?.answeredOn ?? null,
    ]),
  );
  return csvOf([head, ...rows]);
}

function rounded(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals));
}
