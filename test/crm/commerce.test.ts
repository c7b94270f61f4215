import { describe, expect, it } from 'vitest';
import { decodeInvoice, decodeLineItem, decodeQuote } from '@deal-terms/core/crm';

const place = { timeZone: 'Europe/Berlin' };

describe('records of what is sold, quoted and billed', () => {
  it('are read as HubSpot writes them', () => {
    expect(
      decodeLineItem(
        {
          amount: '2700',
          quantity: '25',
          hs_cost_of_goods_sold: '66',
          hs_line_item_currency_code: 'eur',
          recurringbillingfrequency: 'monthly',
          hs_recurring_billing_period: 'P12M',
          hs_lastmodifieddate: '2026-11-20T23:30:00Z',
        },
        place,
      ),
    ).toEqual({
      amount: 2700,
      quantity: 25,
      unitCost: 66,
      currency: 'EUR',
      billed: 'monthly',
      term: 'P12M',
      changedOn: '2026-11-21',
    });
    expect(
      decodeQuote(
        {
          hs_status: 'APPROVAL_NOT_NEEDED',
          hs_expiration_date: '2026-12-31',
          hs_net_payment_terms: '30',
          hs_terms: '<p>Net&nbsp;<b>30</b></p>',
          hs_currency: 'EUR',
          hs_createdate: '2026-11-01T08:00:00Z',
        },
        place,
      ),
    ).toMatchObject({
      isPublished: true,
      expiresOn: '2026-12-31',
      netDays: 30,
      currency: 'EUR',
      createdOn: '2026-11-01',
    });
    expect(
      decodeInvoice(
        {
          hs_number: 'INV-7',
          hs_invoice_status: 'paid',
          hs_invoice_date: '2026-09-01T00:00:00Z',
          hs_due_date: '2026-10-01T00:00:00Z',
          hs_payment_date: '2026-10-05T00:00:00Z',
          hs_amount_billed: '1200',
          hs_balance_due: '0',
        },
        place,
      ),
    ).toEqual({
      number: 'INV-7',
      status: 'paid',
      invoicedOn: '2026-09-01',
      dueOn: '2026-10-01',
      paidOn: '2026-10-05',
      currency: null,
      billed: 1200,
      balance: 0,
    });
  });

  it.each(['DRAFT', 'PENDING_APPROVAL', 'REJECTED', '', 'SOMETHING_NEW'])('hold no quote that is %j', (status) => {
    expect(decodeQuote({ hs_status: status }, place).isPublished).toBe(false);
  });

  it('never throw on what is malformed', () => {
    expect(
      decodeInvoice({ hs_invoice_status: 'lost', hs_due_date: 'soon', hs_balance_due: 'much' }, place),
    ).toMatchObject({
      status: null,
      dueOn: null,
      balance: null,
    });
    expect(decodeLineItem({}, place)).toMatchObject({ amount: null, unitCost: null, billed: null });
  });
});
