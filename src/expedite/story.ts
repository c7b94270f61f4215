import { money } from '../words/index.ts';
import type { ExpediteRequest } from '../crm/expedite-request.ts';
import type { ExpediteAction } from './transitions.ts';

/** Stored texts are read by everybody in the account: they are written in one language. */
const locale = 'en';

type Told = Pick<
  ExpediteRequest,
  | 'promisedDate'
  | 'cost'
  | 'actualCost'
  | 'currency'
  | 'reason'
  | 'week'
  | 'gives'
  | 'daysSaved'
  | 'neededBy'
  | 'offerExpires'
>;

const verbs: Record<Exclude<ExpediteAction, 'request'>, string> = {
  update: 'changed the request',
  withdraw: 'withdrew the request',
  accept: 'accepted',
  confirm: 'confirmed the order',
  counter: 'made a counter-offer',
  decline: 'declined',
  ship: 'shipped',
  correct: 'corrected what the speed cost',
  unship: 'took the shipment back: it has not left',
  release: 'took the promise back',
  expire: 'The offer expired',
};

const headlines: Partial<Record<ExpediteAction, string>> = {
  accept: 'Expedited shipment accepted',
  confirm: 'Expedited shipment confirmed',
  counter: 'Expedited shipment: counter-offer',
  decline: 'Expedited shipment declined',
  ship: 'Expedited shipment sent',
  correct: 'Expedited shipment: actual cost corrected',
  unship: 'Expedited shipment: not sent after all',
  release: 'Expedited shipment: promise taken back',
};

/** Subject of the task a decision makes for the deal's owner. */
export function taskSubject(action: ExpediteAction, dealName: string): string {
  return `${headlines[action] ?? 'Expedited shipment'}: ${dealName}`;
}

/**
 * What somebody did, as the ticket's timeline keeps it: who, what, the numbers.
 *
 * @param request - as it stands afterwards
 * @param by - as the card reports it
 */
export function storyOf(action: Exclude<ExpediteAction, 'request'>, request: Told, by: string): string {
  const lines = [action === 'expire' ? `${verbs.expire}.` : `${by} ${verbs[action]}.`, ...details(action, request)];
  return lines.join('\n');
}

function details(action: ExpediteAction, request: Told): string[] {
  const inMoney = (value: number | null) =>
    value === null ? 'unknown' : money(value, { locale, currency: request.currency ?? 'XXX' });
  const why = request.reason === null ? [] : [`Reason: ${request.reason.replace(/\s+/gu, ' ').trim()}`];
  switch (action) {
    case 'accept':
      return [
        `Delivery on ${request.promisedDate ?? '–'} at a cost of ${inMoney(request.cost)}; a slot of week ${request.week ?? '–'} is held until the offer expires on ${request.offerExpires ?? '–'}.`,
      ];
    case 'counter':
      return [
        `Delivery on ${request.promisedDate ?? '–'} at a cost of ${inMoney(request.cost)}. No slot is held.`,
        ...why,
      ];
    case 'update':
      return [
        `Now asked: ${String(request.daysSaved ?? '–')} days sooner, by ${request.neededBy ?? '–'}. ${request.gives}`,
      ];
    case 'ship':
    case 'correct':
      return [`Actual cost: ${inMoney(request.actualCost)}.`];
    case 'confirm':
      return [`The slot of week ${request.week ?? '–'} is held for good.`];
    default:
      return why;
  }
}

/** Plain text as HubSpot's rich texts (notes, tasks) take it: shown as it was typed. */
export function asRichText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
