/** What a link between two records means in one direction. `number` is HubSpot's association type id. */
export type AssociationType = {
  readonly number: number;
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly fromType: string;
  readonly toType: string;
  readonly name: string;
  readonly label: string | null;
  /** Number of the same meaning seen from the other side. */
  readonly inverse: number;
};

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const ticket = '0-5';
const lineItem = '0-8';
const quote = '0-14';
const invoice = '0-53';
const note = '0-46';
const task = '0-27';
const call = '0-48';
const meeting = '0-47';
const email = '0-49';

type Pair = readonly [
  fromType: string,
  toType: string,
  number: number,
  inverse: number,
  name: string,
  inverseName: string,
  label: string | null,
];

/** Numbers and names are HubSpot's. */
const pairs: readonly Pair[] = [
  [contact, company, 1, 2, 'contact_to_company', 'company_to_contact', 'Primary'],
  [contact, company, 279, 280, 'contact_to_company_unlabeled', 'company_to_contact_unlabeled', null],
  [deal, company, 5, 6, 'deal_to_company', 'company_to_deal', 'Primary'],
  [deal, company, 341, 342, 'deal_to_company_unlabeled', 'company_to_deal_unlabeled', null],
  [deal, contact, 3, 4, 'deal_to_contact', 'contact_to_deal', null],
  [deal, deal, 451, 451, 'deal_to_deal', 'deal_to_deal', null],
  [ticket, company, 26, 25, 'ticket_to_company', 'company_to_ticket', 'Primary'],
  [ticket, company, 339, 340, 'ticket_to_company_unlabeled', 'company_to_ticket_unlabeled', null],
  [ticket, deal, 28, 27, 'ticket_to_deal', 'deal_to_ticket', null],
  [ticket, contact, 16, 15, 'ticket_to_contact', 'contact_to_ticket', null],
  [ticket, ticket, 452, 452, 'ticket_to_ticket', 'ticket_to_ticket', null],
  [deal, lineItem, 19, 20, 'deal_to_line_item', 'line_item_to_deal', null],
  [quote, deal, 64, 63, 'quote_to_deal', 'deal_to_quote', null],
  [quote, lineItem, 67, 68, 'quote_to_line_item', 'line_item_to_quote', null],
  [quote, contact, 69, 70, 'quote_to_contact', 'contact_to_quote', null],
  [quote, company, 71, 72, 'quote_to_company', 'company_to_quote', null],
  [invoice, deal, 175, 176, 'invoice_to_deal', 'deal_to_invoice', null],
  [invoice, contact, 177, 178, 'invoice_to_contact', 'contact_to_invoice', null],
  [invoice, company, 179, 180, 'invoice_to_company', 'company_to_invoice', null],
  [invoice, quote, 407, 408, 'invoice_to_quote', 'quote_to_invoice', null],
  [invoice, lineItem, 409, 410, 'invoice_to_line_item', 'line_item_to_invoice', null],
  [note, contact, 202, 201, 'note_to_contact', 'contact_to_note', null],
  [note, company, 190, 189, 'note_to_company', 'company_to_note', null],
  [note, deal, 214, 213, 'note_to_deal', 'deal_to_note', null],
  [note, ticket, 228, 227, 'note_to_ticket', 'ticket_to_note', null],
  [task, contact, 204, 203, 'task_to_contact', 'contact_to_task', null],
  [task, company, 192, 191, 'task_to_company', 'company_to_task', null],
  [task, deal, 216, 215, 'task_to_deal', 'deal_to_task', null],
  [task, ticket, 230, 229, 'task_to_ticket', 'ticket_to_task', null],
  [call, contact, 194, 193, 'call_to_contact', 'contact_to_call', null],
  [call, company, 182, 181, 'call_to_company', 'company_to_call', null],
  [call, deal, 206, 205, 'call_to_deal', 'deal_to_call', null],
  [call, ticket, 220, 219, 'call_to_ticket', 'ticket_to_call', null],
  [email, contact, 198, 197, 'email_to_contact', 'contact_to_email', null],
  [email, company, 186, 185, 'email_to_company', 'company_to_email', null],
  [email, deal, 210, 209, 'email_to_deal', 'deal_to_email', null],
  [email, ticket, 224, 223, 'email_to_ticket', 'ticket_to_email', null],
  [meeting, contact, 200, 199, 'meeting_event_to_contact', 'contact_to_meeting_event', null],
  [meeting, company, 188, 187, 'meeting_event_to_company', 'company_to_meeting_event', null],
  [meeting, deal, 212, 211, 'meeting_event_to_deal', 'deal_to_meeting_event', null],
  [meeting, ticket, 226, 225, 'meeting_event_to_ticket', 'ticket_to_meeting_event', null],
  [company, company, 450, 450, 'company_to_company', 'company_to_company', null],
  [contact, contact, 449, 449, 'contact_to_contact', 'contact_to_contact', null],
];

/** The types every account has. */
export const standardAssociationTypes: readonly AssociationType[] = pairs.flatMap(
  ([fromType, toType, number, inverse, name, inverseName, label]) => {
    const forth: AssociationType = { number, category: 'HUBSPOT_DEFINED', fromType, toType, name, label, inverse };
    const back: AssociationType = {
      number: inverse,
      category: 'HUBSPOT_DEFINED',
      fromType: toType,
      toType: fromType,
      name: inverseName,
      label,
      inverse: number,
    };
    return number === inverse ? [forth] : [forth, back];
  },
);

/** Links of which a record has one at most; `property` of the record names the other. The first link made becomes it. */
export type PrimaryRule = {
  readonly fromType: string;
  readonly toType: string;
  readonly number: number;
  readonly property: string | null;
};

export const primaryRules: readonly PrimaryRule[] = [
  { fromType: deal, toType: company, number: 5, property: 'hs_primary_associated_company' },
  { fromType: contact, toType: company, number: 1, property: null },
  { fromType: ticket, toType: company, number: 26, property: null },
];
