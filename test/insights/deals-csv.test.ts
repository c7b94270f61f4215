import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dealsCsv } from '@deal-terms/core/insights';

const names = {
  owner: () => 'Ann Archer',
  pipeline: () => 'Trade',
  stage: () => 'Quote sent',
  company: (id: string) => (id === '21' ? 'Liffey; Lane' : ''),
};
const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

describe('dealsCsv', () => {
  it('writes names, labels and times as HubSpot does', () => {
    const [deal] = read(
      dealsCsv(
        [
          {
            hs_object_id: '5',
            dealname: '=Range',
            pipeline: 'default',
            dealstage: 'quote',
            amount: '60000.0',
            deal_currency_code: 'GBP',
            hs_exchange_rate: '1.15',
            amount_in_home_currency: '69000',
            createdate: '2026-07-01T22:30:00Z',
            closedate: '2026-12-14T00:00:00Z',
            hubspot_owner_id: '11',
            hs_primary_associated_company: '21',
            terms_cash_position: 'abundant',
            terms_constraints: 'no_prepayment;no_shorter_terms',
            terms_needed_by: '2026-12-20',
            terms_customer_why: 'Said: "soon"\nand =twice',
            terms_levers: 'shorter_terms;faster_delivery',
            terms_recommended_discount: '-0.02',
            terms_scored_at: '2026-11-23T10:00:00Z',
            terms_score_inputs: 'abc',
          },
        ],
        names,
        'Europe/Berlin',
      ),
    );
    expect(deal).toMatchObject({
      'Record ID': '5',
      'Deal Name': "'=Range",
      Pipeline: 'Trade',
      'Deal Stage': 'Quote sent',
      Amount: '60000',
      Currency: 'GBP',
      'Exchange rate': '1.15',
      'Amount in company currency': '69000',
      'Create Date': '2026-07-02 00:30',
      'Close Date': '2026-12-14 01:00',
      'Deal owner': 'Ann Archer',
      'Associated Company IDs (Primary)': '21',
      'Associated Company (Primary)': 'Liffey; Lane',
      'Customer cash position': 'Abundant',
      'What the customer cannot do': 'Pay before delivery;Accept shorter terms',
      'Customer needs delivery by': '2026-12-20',
      'Why: the customer’s own words': 'Said: "soon"\nand =twice',
      'Levers of the best trade': 'Shorter terms;Faster delivery',
      'Recommended discount': '-0.02',
      'Scored at': '2026-11-23 11:00',
      'Customer urgency': '',
    });
    expect(Object.keys(deal ?? {})).not.toContain('Fingerprint of the score’s inputs');
  });

  it('leaves cells empty where there is nothing', () => {
    expect(
      new Set(
        Object.values(
          read(
            dealsCsv([{}], { owner: () => '', pipeline: () => '', stage: () => '', company: () => '' }, 'nowhere'),
          )[0] ?? {},
        ),
      ),
    ).toEqual(new Set(['']));
  });
});
