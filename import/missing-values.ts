import { profilePropertyOf } from '@deal-terms/core/crm';
import type { RelatedKind } from './related-columns.ts';
import type { DealsFile } from './read-deals-file.ts';
import { noStage } from './stages.ts';

/** What stands in for a figure that the records of a file beside the deals tell of, before the policy does. */
const toldBeside: Readonly<Record<string, { readonly by: RelatedKind['objectType']; readonly meaning: string }>> = {
  [profilePropertyOf.grossMargin]: {
    by: 'line_items',
    meaning: 'it is worked out from lines that all have a cost, else the usual one of the policy is assumed',
  },
  [profilePropertyOf.paymentPlan]: {
    by: 'invoices',
    meaning: 'their companies’ invoices tell, else the usual ones of the policy are assumed',
  },
};

type Properties = Readonly<Record<string, string>>;

/** What deals lack, and what stands in for it; by property, in the order of how much it costs. */
const meaningOf = [
  ['amount', 'an amount', 'they cannot be scored until they have one'],
  ['closedate', 'a close date', 'they count as ordered today'],
  [profilePropertyOf.grossMargin, 'a gross margin', 'the usual one of the policy is assumed'],
  [profilePropertyOf.paymentPlan, 'payment terms of today', 'the usual ones of the policy are assumed'],
  [profilePropertyOf.leadTimeDays, 'a lead time', 'the usual one of the policy is assumed'],
  [profilePropertyOf.cashPosition, 'an answer about the customer’s cash', 'most of their advice is what to ask first'],
] as const;

/** What is missing in the deals of a file, and what that means for their scores: one sentence for each thing. */
export function missingFrom(
  deals: readonly Properties[],
  filled: ReadonlySet<string>,
  { columns, profile: { currencies, pipelines }, related }: Pick<DealsFile, 'columns' | 'profile' | 'related'>,
): readonly string[] {
  const ofTheFile = [
    ...(columns.has('name') ? [] : ['No deal has a name: each is called by its company and its id.']),
    ...(pipelines.some(({ stages }) => stages.some(({ label }) => label === noStage))
      ? [`No deal has a stage: all count as open, in the stage “${noStage}”, as likely to close as not.`]
      : []),
  ];
  const ofDeals = meaningOf.flatMap(([property, thing, ofPolicy]) => {
    const told = toldBeside[property];
    const isTold = related.some(({ kind }) => kind.objectType === told?.by);
    const meaning = isTold && told !== undefined ? told.meaning : ofPolicy;
    const count = deals.filter((deal) => deal[property] === undefined).length;
    if (count === 0) return [];
    if (!filled.has(property) || count === deals.length) return [`No deal has ${thing}: ${meaning}.`];
    return [`${count.toLocaleString('en')} of ${deals.length.toLocaleString('en')} deals lack ${thing}: ${meaning}.`];
  });
  const unknown = Object.entries(currencies).flatMap(([code, rate]) => (rate === null ? [code] : []));
  const sentences = [...ofTheFile, ...ofDeals];
  return unknown.length === 0
    ? sentences
    : [
        ...sentences,
        `No exchange rate is known for ${unknown.join(', ')}, so deals in it cannot be scored. Export “Amount in company currency” or “Exchange rate” as well.`,
      ];
}
