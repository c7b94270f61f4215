import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposePolicy } from '@deal-terms/core/learning';
import type { AnsweredOffer, Proposal, ProposalBasis, ProposedChange } from '@deal-terms/core/learning';
import { defaultPolicy, mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { offerAnswers } from '@deal-terms/core/offers';
import { scoringInputs } from '../core/scoring-input.arbitrary.ts';
import { answeredOffer, offersOf } from './answered-offers.ts';

function proposed(
  offers: readonly AnsweredOffer[],
  policy: Policy = defaultPolicy,
  basis: ProposalBasis = {},
): Extract<Proposal, { kind: 'proposed' }> {
  const proposal = proposePolicy(offers, policy, basis);
  if (proposal.kind !== 'proposed') throw new Error('too few');
  return proposal;
}
const changeOf = (changes: readonly ProposedChange[], setting: string) =>
  changes.find((change) => change.setting === setting);

describe('proposePolicy', () => {
  it('proposes nothing from 49 answers', () => {
    expect(proposePolicy(offersOf(49, 0), defaultPolicy)).toEqual({ kind: 'too_few', answers: 49 });
  });

  it('counts bands as a Dirichlet prior worth 20 customers would', () => {
    const { changes, policy } = proposed([
      ...offersOf(40, 20, { customer: { cashPosition: 'strained' } }),
      ...offersOf(20, 10, { customer: { cashPosition: 'tight' } }, 40),
      ...offersOf(20, 10, { customer: { cashPosition: 'balanced' } }, 60),
      ...offersOf(5, 2, { customer: {} }, 80),
    ]);
    // (20 · prior + count) / 100; tight stays at 0.25.
    expect(changes.filter(({ setting }) => setting.startsWith('priors'))).toEqual([
      { setting: 'priors.cashPosition.strained', current: [0.1], proposed: [0.42], answers: 80 },
      { setting: 'priors.cashPosition.balanced', current: [0.35], proposed: [0.27], answers: 80 },
      { setting: 'priors.cashPosition.positive', current: [0.2], proposed: [0.04], answers: 80 },
      { setting: 'priors.cashPosition.abundant', current: [0.1], proposed: [0.02], answers: 80 },
    ]);
    expect(policy.priors).toEqual({ cashPosition: { strained: 0.42, balanced: 0.27, positive: 0.04, abundant: 0.02 } });
  });

  it('counts a company once, by what was known last, and urgency by deal', () => {
    const { changes } = proposed([
      ...offersOf(57, 30, { companyId: '21', customer: { cashPosition: 'tight', urgency: 'high' } }),
      answeredOffer({ dealId: '57', companyId: '21', customer: { cashPosition: 'strained' } }),
    ]);
    // (20 · 0.1 + 1) / 21 and (20 · 0.15 + 57) / 77.
    expect(changeOf(changes, 'priors.cashPosition.strained')).toEqual({
      setting: 'priors.cashPosition.strained',
      current: [0.1],
      proposed: [0.143],
      answers: 1,
    });
    expect(changeOf(changes, 'priors.urgency.high')).toEqual({
      setting: 'priors.urgency.high',
      current: [0.15],
      proposed: [0.779],
      answers: 57,
    });
  });

  it('counts everybody asked, where it is told of them', () => {
    const offers = offersOf(50, 25, { customer: { termsImportance: 'preference' } });
    const { changes } = proposed(offers, defaultPolicy, {
      asked: [...offers, ...offersOf(30, 0, { customer: { termsImportance: 'critical' } }, 50)],
    });
    // (20 · 0.1 + 30) / 100
    expect(changeOf(changes, 'priors.termsImportance.critical')).toMatchObject({ proposed: [0.32], answers: 80 });
  });

  it('leaves customers out of the urgency prior whose need date rules a band out', () => {
    const late = offersOf(57, 30, { customer: { urgency: 'some', neededInDays: 20 } });
    const inTime = offersOf(20, 10, { customer: { urgency: 'some', neededInDays: 42 } }, 57);
    // (20 · 0.3 + 20) / 40
    expect(changeOf(proposed([...late, ...inTime]).changes, 'priors.urgency.some')).toMatchObject({
      proposed: [0.65],
      answers: 20,
    });
    expect(proposed(late).changes.filter(({ setting }) => setting.startsWith('priors'))).toEqual([]);
  });

  it('proposes nothing where the answers say nothing', () => {
    const nobodyKnown = offersOf(60, 30, { customer: {}, packageId: 'on_an_option_long_gone/0/none' });
    // All that is left is that everybody answered: (20 · 0.1 + 0) / 80.
    expect(proposed(nobodyKnown)).toEqual({
      kind: 'proposed',
      answers: 60,
      unreadable: 60,
      changes: [{ setting: 'silence', current: [0.1], proposed: [0.025], answers: 60 }],
      policy: { silence: 0.025 },
    });
  });

  it('counts customers who never answered as silent, once a deal', () => {
    const silent = Array.from({ length: 20 }, (_, index) =>
      answeredOffer({ dealId: `silent ${index}`, answer: 'no_answer', customer: {} }),
    );
    const [again] = silent;
    const { changes } = proposed([...offersOf(60, 30, { customer: {} }), ...silent, again!]);
    // (20 · 0.1 + 20) / 100
    expect(changeOf(changes, 'silence')).toEqual({ setting: 'silence', current: [0.1], proposed: [0.22], answers: 80 });
  });

  it('keeps what the policy in force sets of what too few answers speak of', () => {
    const policy: Policy = {
      ...defaultPolicy,
      borrowingRate: 0.09,
      beliefs: {
        ...defaultPolicy.beliefs,
        urgency: { ...defaultPolicy.beliefs.urgency, critical: [0.01, 0.02, 0.03] },
      },
    };
    const merged = mergePolicy(proposed(offersOf(60, 10, { customer: { cashPosition: 'tight' } }), policy).policy);
    expect(merged).toMatchObject({
      ok: true,
      policy: {
        borrowingRate: 0.09,
        beliefs: { urgency: { ...defaultPolicy.beliefs.urgency, critical: [0.01, 0.02, 0.03] } },
      },
    });
  });

  it('starts from what was believed before the answers, not from what was learnt of them', () => {
    const offers = offersOf(60, 10, { customer: { cashPosition: 'tight' } });
    const once = mergePolicy(proposed(offers).policy);
    expect(once.ok && proposed(offers, once.policy)).toMatchObject({ changes: [], policy: proposed(offers).policy });
    const believed: Policy = {
      ...defaultPolicy,
      beliefs: {
        ...defaultPolicy.beliefs,
        cashPosition: { ...defaultPolicy.beliefs.cashPosition, tight: [0.2, 0.3, 0.4] },
      },
    };
    const first = (proposal: ReturnType<typeof proposed>) =>
      changeOf(proposal.changes, 'beliefs.cashPosition.tight')?.proposed[1] ?? 0;
    expect(first(proposed(offers, believed, { before: believed }))).toBeGreaterThan(first(proposed(offers, believed)));
  });

  it('takes cash for dearer where offers thought easy are refused, and for cheaper where hard ones are taken', () => {
    const customer = { cashPosition: 'tight' } as const;
    const dearer = changeOf(
      proposed(offersOf(100, 5, { customer, discount: 0.05 })).changes,
      'beliefs.cashPosition.tight',
    );
    const cheaper = changeOf(
      proposed(offersOf(100, 95, { customer, discount: 0.03 })).changes,
      'beliefs.cashPosition.tight',
    );
    expect(dearer?.proposed[1]).toBeGreaterThan(0.13);
    expect(cheaper?.proposed[1]).toBeLessThan(0.13);
    expect(dearer).toMatchObject({ current: [0.09, 0.13, 0.2], answers: 100 });
  });
});

/** Offers of any kind on any deal, readable by today's policy or not. */
const anyOffers = fc
  .array(
    fc.record({
      input: scoringInputs,
      option: fc.constantFrom('as_today', 'on_delivery', 'advance_30', 'net 45', 'gone'),
      days: fc.constantFrom(0, 7, 21),
      forecast: fc.boolean(),
      discount: fc.double({ min: -0.2, max: 0.5, noNaN: true }),
      answer: fc.constantFrom(...offerAnswers),
    }),
    { minLength: 50, maxLength: 70 },
  )
  .map((drawn) =>
    drawn.map(({ input: { deal, customer }, option, days, forecast, discount, answer }, index) =>
      answeredOffer({
        dealId: String(index % 40),
        deal,
        customer,
        packageId: `${option}/${days}/${forecast ? 'forecast' : 'none'}`,
        discount,
        answer,
      }),
    ),
  );

/** A value with what stands at a path in it replaced. */
function replacedAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  return key === undefined
    ? by
    : { ...(value as object), [key]: replacedAt((value as Record<string, unknown>)[key], rest, by) };
}

describe('proposePolicy, of any answers under any policy', () => {
  it('proposes a policy that is accepted: the one in force with the changes, and nothing else', () => {
    fc.assert(
      fc.property(anyOffers, scoringInputs, (offers, { policy: partial }) => {
        const inForce = mergePolicy(partial);
        if (!inForce.ok) throw new Error(inForce.error.message);
        const { changes, policy } = proposed(offers, inForce.policy, { before: inForce.policy });
        const changed = changes.reduce<unknown>(
          (now, { setting, proposed: figures }) =>
            replacedAt(now, setting.split('.'), figures.length === 1 ? figures[0] : figures),
          inForce.policy,
        );
        expect(mergePolicy(policy)).toEqual({ ok: true, policy: changed });
        for (const { current, proposed: figures } of changes) expect(figures).not.toEqual(current);
      }),
      { numRuns: 20 },
    );
  });
});
