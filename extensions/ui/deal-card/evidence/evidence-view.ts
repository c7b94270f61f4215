import type { CustomerProfile, ProfileField, Figure, PolicyInForce } from '@deal-terms/core/crm';
import { creditExposureOf, differsFromLines } from '@deal-terms/core/evidence';
import type { Evidence, EvidenceKind, FigureName, Finding, Thin } from '@deal-terms/core/evidence';
import type { PaymentPlan } from '@deal-terms/core/scoring';
import { count, money, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { answerInWords, days, fieldView } from '../../shared/field-view.ts';
import { dateInWords } from '../../shared/reader.ts';

/** A figure of the score: what it is, where it comes from, and what a click takes instead. */
export type FigureView = {
  readonly name: FigureName;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** Takes what HubSpot knows in place of what was typed; null where that is taken already, or there is none. */
  readonly instead: { readonly label: string; readonly change: Partial<CustomerProfile> } | null;
};

/**
 * The five figures a score rests on, each with its source: "38% · from 6 line items".
 *
 * @param figures - of the resolved deal
 * @param app - what stands in for figures nobody knows
 */
export function figureViews(
  figures: readonly Figure[],
  { app }: Pick<PolicyInForce, 'app'>,
  { locale }: Pick<Reader, 'locale'>,
): FigureView[] {
  const standIns: Partial<Record<FigureName, string | number>> = {
    grossMargin: app.defaultGrossMargin,
    paymentPlan: app.defaultPaymentPlan,
    leadTimeDays: app.defaultLeadTimeDays,
  };
  return figures.map(({ name, value, from, finding }) => {
    const shown = value ?? standIns[name] ?? null;
    return {
      name,
      label: fieldView(name).label,
      value: shown === null ? 'not known' : answerInWords(name, shown, locale),
      source:
        from === 'found' && finding !== null
          ? sourceInWords(finding, locale)
          : from === 'typed'
            ? 'typed in'
            : shown === null
              ? noStandIn[name]
              : 'our usual figure',
      instead:
        from === 'typed' && finding !== null && finding.value !== value
          ? {
              label: `Use ${answerInWords(name, finding.value, locale)}, ${sourceInWords(finding, locale)}`,
              change: { [name]: null },
            }
          : null,
    };
  });
}

const noStandIn: Record<FigureName, string> = {
  grossMargin: '',
  paymentPlan: '',
  leadTimeDays: '',
  daysBeyondTerms: 'we count on payment on the due day',
  relationship: 'taken as between a new and an established customer',
};

const smallCounts = [
  'none of the figures',
  'one figure',
  'two figures',
  'three figures',
  'four figures',
  'all five figures',
];

/** How many of a deal's five figures HubSpot's records tell: in words, as the card has numbers enough. */
export function figuresInWords(found: number): string {
  return smallCounts[found] ?? `${found} figures`;
}

/** Where a finding comes from: "from 6 line items", "from 12 invoices, the last of 20 Oct 2026". */
export function sourceInWords({ source, count: size, date, label }: Finding<unknown>, locale: string): string {
  const on = (words: string) => (date === null ? '' : `${words}${dateInWords(date, locale)}`);
  switch (source) {
    case 'line_items':
      return `from ${counted(size, 'line item', locale)}`;
    case 'quote':
      return `from the quote${on(' of ')}`;
    case 'invoices':
      return `from ${counted(size, 'invoice', locale)}${on(', the last of ')}`;
    case 'deals':
      return label === undefined
        ? `from ${counted(size, 'earlier deal', locale)}${on(', the last of ')}`
        : `from ${label}${on(', ')}`;
    case 'property':
      return `from ${label ?? 'a property of your own'}`;
    case 'company':
      return 'from the company';
  }
}

const ofTheDeal: readonly FigureName[] = ['paymentPlan', 'leadTimeDays', 'grossMargin'];

/** The deal in one line: "Net 60, from the quote · 42 days, usual · 38% margin, from 6 line items". What was typed stands alone. */
export function dealInALine(
  figures: readonly Figure[],
  policy: Pick<PolicyInForce, 'app'>,
  reader: Pick<Reader, 'locale'>,
): string {
  const views = figureViews(figures, policy, reader);
  return ofTheDeal
    .flatMap((name) => {
      const figure = figures.find((one) => one.name === name);
      const view = views.find((one) => one.name === name);
      if (figure === undefined || view === undefined) return [];
      const source =
        figure.from === 'found' && figure.finding !== null
          ? `, ${sourceInWords({ ...figure.finding, date: null }, reader.locale)}`
          : figure.from === 'assumed'
            ? ', usual'
            : '';
      return [`${shortValue(name, figure.value ?? policy.app.defaultPaymentPlan, view.value)}${source}`];
    })
    .join(' · ');
}

/** Payment terms by their notation: it is short, and the trade's own. */
function shortValue(name: FigureName, value: unknown, words: string): string {
  if (name === 'grossMargin') return `${words} margin`;
  const notation = name === 'paymentPlan' && typeof value === 'string' ? value : words;
  return notation.charAt(0).toUpperCase() + notation.slice(1);
}

/** What else is worth saying of a deal's evidence, one sentence each: what disagrees, what is owed, what is too little, what cannot be seen. */
export function evidenceNotes(
  evidence: Evidence,
  deal: { readonly amount: number; readonly payments: PaymentPlan },
  reader: Reader,
): string[] {
  const { locale } = reader;
  const { lineAmount, overdue, daysBeyondTerms } = evidence;
  const exposure = creditExposureOf(evidence, deal.amount, deal.payments);
  return [
    ...(lineAmount !== undefined && differsFromLines(deal.amount, lineAmount.value)
      ? [`The line items come to ${money(lineAmount.value, reader)}, the deal says ${money(deal.amount, reader)}.`]
      : []),
    ...(daysBeyondTerms?.low === undefined || daysBeyondTerms.high === undefined
      ? []
      : [
          `Half of the invoices were paid between ${count(daysBeyondTerms.low, reader)} and ${days(daysBeyondTerms.high, locale)} after they were due.`,
        ]),
    ...(overdue === undefined
      ? []
      : [
          `${money(overdue.value, reader)} on ${counted(overdue.count, 'invoice', locale)} is overdue${overdue.date === null ? '' : `, the oldest since ${dateInWords(overdue.date, locale)}`}.`,
        ]),
    ...(exposure === null
      ? []
      : [
          `Credit limit ${money(exposure.limit, reader)}${exposure.label === null ? '' : ` (${exposure.label})`}: ${money(exposure.openInvoices, reader)} open and ${money(exposure.onCredit, reader)} of this deal on credit${exposure.over > 0 ? `, ${money(exposure.over, reader)} over it` : ''}.`,
        ]),
    ...answeredOffers(evidence, locale),
    ...evidence.thin.flatMap((one) => thinInWords(one, locale)),
    ...missingInWords(evidence.missing),
  ];
}

/** What the customer made of other terms: "Of other terms offered in the last year it took 2 and refused 1, the last on 3 Oct 2026." */
function answeredOffers({ offersAccepted, offersRefused }: Evidence, locale: string): string[] {
  const said = [
    ...(offersAccepted === undefined ? [] : [`took ${count(offersAccepted.value, { locale })}`]),
    ...(offersRefused === undefined ? [] : [`refused ${count(offersRefused.value, { locale })}`]),
  ];
  const last = [offersAccepted?.date ?? '', offersRefused?.date ?? ''].sort().at(-1) ?? '';
  if (said.length === 0) return [];
  return [
    `Of other terms offered in the last year this customer ${said.join(' and ')}${last === '' ? '' : `, the last on ${dateInWords(last, locale)}`}.`,
  ];
}

const missingKinds: Record<EvidenceKind, string> = { line_items: 'line items', quotes: 'quotes', invoices: 'invoices' };

/** What the app lacks a scope for, which, and who can grant it. */
function missingInWords(missing: Evidence['missing']): string[] {
  if (missing.length === 0) return [];
  const listed = (words: readonly string[]) => new Intl.ListFormat('en').format(words);
  const scopes = listed(missing.map((kind) => `crm.objects.${kind}.read`));
  const kinds = listed(missing.map((kind) => missingKinds[kind]));
  return [
    `The app may not see ${kinds}: it lacks ${scopes}. An administrator grants ${missing.length === 1 ? 'it' : 'them'} by authorising the app again.`,
  ];
}

function thinInWords({ name, why, have, need, label }: Thin, locale: string): string[] {
  const field = name === 'creditLimit' ? 'Credit limit' : fieldView(name satisfies ProfileField).label;
  switch (why) {
    case 'uncosted':
      return [`${field} is not worked out: only ${percent(have, { locale })} of the amount has a unit cost.`];
    case 'too_few':
      // A customer without a history is no news.
      return have === 0
        ? []
        : [`${field} is not worked out: ${counted(have, 'paid invoice', locale)}, ${need ?? 0} are needed.`];
    case 'other_currency':
      return [`${counted(have, 'line item', locale)} in another currency left out.`];
    case 'unusable':
      return label === undefined
        ? [`${field} is not worked out: the unit costs leave ${percent(have, { locale })}.`]
        : [`${field}: what ${label} says cannot be used.`];
  }
}

function counted(size: number, noun: string, locale: string): string {
  return `${count(size, { locale })} ${noun}${size === 1 ? '' : 's'}`;
}
