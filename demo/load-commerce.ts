import type { BulkRecord, Emulator } from '../workbench/emulator/index.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { Ids } from './demo-records.ts';
import { dealLines, paymentHistories } from './payment-histories.ts';
import type { PaymentHistory } from './payment-histories.ts';

/** Ids of what the records hang on; deals by company and name. */
export type CommerceReferences = { readonly companies: Ids; readonly deals: Ids; readonly calendar: DemoCalendar };

const currency = 'EUR';
const quoteGoodForDays = 30;

/** How a deal is named here. */
export function dealKey(company: string, deal: string): string {
  return `${company}/${deal}`;
}

/**
 * Creates what customers were billed, and what deals nobody has filled in are made up of.
 *
 * @returns how many invoices there are
 */
export async function loadCommerce(load: Emulator['bulkLoad'], references: CommerceReferences): Promise<number> {
  const { companies, deals, calendar } = references;
  const ofDeal = (company: string, deal: string) => ({
    objectType: 'deals',
    id: deals.get(dealKey(company, deal)) ?? '',
  });
  const ofCompany = (company: string) => ({ objectType: 'companies', id: companies.get(company) ?? '' });
  const invoices = await load(
    'invoices',
    paymentHistories.flatMap((history) => invoicesOf(history, ofCompany(history.company), calendar)),
  );
  await load(
    'line_items',
    dealLines.flatMap(({ deal, company, lines }) =>
      lines.map(({ name, quantity, price, unitCost }): BulkRecord => ({
        properties: {
          name,
          quantity: String(quantity),
          price: String(price),
          hs_cost_of_goods_sold: String(unitCost),
          hs_line_item_currency_code: currency,
        },
        links: [ofDeal(company, deal)],
      })),
    ),
  );
  await load(
    'quotes',
    dealLines.flatMap(({ deal, company, netDays }): BulkRecord[] =>
      netDays === null
        ? []
        : [
            {
              properties: {
                hs_title: deal,
                hs_status: 'APPROVAL_NOT_NEEDED',
                hs_expiration_date: calendar.date(quoteGoodForDays),
                hs_net_payment_terms: String(netDays),
                hs_currency: currency,
              },
              links: [ofDeal(company, deal)],
            },
          ],
    ),
  );
  return invoices.length;
}

function invoicesOf(
  { company, netDays, paid, open }: PaymentHistory,
  link: { readonly objectType: string; readonly id: string },
  calendar: DemoCalendar,
): BulkRecord[] {
  const day = (days: number) => `${calendar.date(days)}T00:00:00Z`;
  const invoice = (number: number, dueInDays: number, amount: number, rest: Readonly<Record<string, string>>) => ({
    properties: {
      hs_number: `${company.toUpperCase()}-${number}`,
      hs_invoice_date: day(dueInDays - netDays),
      hs_due_date: day(dueInDays),
      hs_amount_billed: String(amount),
      hs_currency: currency,
      ...rest,
    },
    at: calendar.instantMs(dueInDays - netDays),
    links: [link],
  });
  return [
    ...paid.map(({ dueInDays, late, amount }, place) =>
      invoice(place + 1, dueInDays, amount, {
        hs_invoice_status: 'paid',
        hs_payment_date: day(dueInDays + late),
        hs_amount_paid: String(amount),
      }),
    ),
    ...open.map(({ dueInDays, amount }, place) =>
      invoice(paid.length + place + 1, dueInDays, amount, { hs_invoice_status: 'open' }),
    ),
  ];
}
