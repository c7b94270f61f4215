import { describe, expect, it } from 'vitest';
import {
  decodeCustomerProfile,
  decodeDealFacts,
  encodeScore,
  readPolicy,
  resolveScoringInput,
} from '@deal-terms/core/crm';
import { figureDeal, figureInsights } from '@deal-terms/core/insights';
import type { FigureDeal } from '@deal-terms/core/insights';
import { scoreDeal } from '@deal-terms/core/scoring';

const account = { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const builtIn = readPolicy(null);
/** Orders wait for cash, so that terms are worth something. */
const policy = {
  ...builtIn,
  model: { ...builtIn.model, backlog: { ...builtIn.model.backlog, unfundedCost: 250_000 } },
};
const basis = { account, policy, today: '2026-11-23' };
const facts = {
  hs_object_id: '5',
  dealname: 'Range',
  amount: '60000',
  hubspot_owner_id: '11',
  hs_primary_associated_company: '21',
  terms_cash_position: 'abundant',
  terms_importance: 'standard_clause',
};
/** As it is stored once it was scored. */
function scored(properties: Readonly<Record<string, string>>): Record<string, string> {
  const resolved = resolveScoringInput({
    facts: decodeDealFacts(properties, account),
    captured: decodeCustomerProfile(properties),
    ...basis,
  });
  if (!resolved.ok) throw new Error(resolved.code);
  const score = encodeScore({
    result: scoreDeal(resolved.input),
    resolved,
    policyVersion: 1,
    scoredAt: '2026-11-23T10:00:00Z',
  });
  return { ...properties, ...score };
}

describe('a deal that rests on assumed figures', () => {
  it('says which one to ask for: the one that may change the expected gain most', () => {
    const typed = { terms_gross_margin: '0.4', terms_lead_time_days: '42', terms_relationship: 'established' };
    const deal = figureDeal(scored({ ...facts, ...typed }), basis);
    expect(deal).toMatchObject({
      dealId: '5',
      dealName: 'Range',
      companyId: '21',
      ownerId: '11',
      assumed: ['paymentPlan', 'daysBeyondTerms'],
      // Of net 30, which is assumed, net 90 is furthest away.
      ask: { figure: 'paymentPlan' },
    });
    const gainAt = (plan: string) =>
      Number(scored({ ...facts, ...typed, terms_payment_plan: plan })['terms_expected_gain_home']);
    expect(deal?.ask?.change).toBeCloseTo(gainAt('net 90') - gainAt('net 30'), 1);
    expect(gainAt('net 90')).toBeGreaterThan(gainAt('net 60'));
  });

  it('asks for nothing where everything is known, and says nothing of a deal nobody has scored', () => {
    const typed = {
      terms_gross_margin: '0.4',
      terms_lead_time_days: '42',
      terms_relationship: 'established',
      terms_payment_plan: 'net 90',
      terms_days_beyond_terms: '3',
    };
    expect(figureDeal(scored({ ...facts, ...typed }), basis)).toMatchObject({ assumed: [], ask: null });
    expect(figureDeal(facts, basis)).toBeNull();
  });
});

describe('many deals', () => {
  const deal = (assumed: FigureDeal['assumed'], change: number | null, dealId = '5'): FigureDeal => ({
    dealId,
    dealName: 'Range',
    companyId: '21',
    ownerId: '11',
    assumed,
    ask: change === null ? null : { figure: 'leadTimeDays', change },
  });

  it('are counted by what they lack, and the five with most at stake are named', () => {
    const insights = figureInsights([
      deal(['leadTimeDays'], 10, '1'),
      deal(['grossMargin', 'leadTimeDays'], 60, '2'),
      deal([], null, '3'),
      ...[20, 30, 40, 50].map((change) => deal(['relationship'], change, String(change))),
    ]);
    expect(insights.deals).toBe(7);
    expect(insights.lacking).toEqual([
      { figure: 'relationship', deals: 4 },
      { figure: 'leadTimeDays', deals: 2 },
      { figure: 'grossMargin', deals: 1 },
    ]);
    expect(insights.asks.map(({ dealId }) => dealId)).toEqual(['2', '50', '40', '30', '20']);
  });
});
