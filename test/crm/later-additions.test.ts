import { describe, expect, it } from 'vitest';
import {
  isFieldInstalled,
  isInstalled,
  listedAdditions,
  missingAdditions,
  missingKinds,
  storableProfile,
  storableValues,
} from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { emptyProfile } from './arbitrary-customer-profile.ts';

const whole = { additions: [...listedAdditions] };
const without = (...names: string[]) => ({ additions: listedAdditions.filter((name) => !names.includes(name)) });

describe('an account of the first version', () => {
  it('lacks whatever came later', () => {
    expect(missingAdditions({})).toEqual([
      'terms_evidence',
      'terms_figures_assumed',
      'terms_assumed_figures',
      'terms_list_amount',
      'terms_next_question=trial',
      'terms_themes',
      'terms_stated_cost_of_cash',
      'terms_stated_loss_per_day',
      'terms_break_even_rate',
      'terms_gain_at_bank_rate',
    ]);
    expect(missingKinds({})).toEqual(['attempt', 'reminder', 'themes', 'meeting', 'task', 'scenario']);
    expect(isInstalled({}, 'terms_evidence')).toBe(false);
    expect(isInstalled({}, 'terms_score')).toBe(true);
  });

  it('lacks nothing once the install has listed it', () => {
    expect(missingAdditions(whole)).toEqual([]);
    expect(missingKinds(whole)).toEqual([]);
    expect(isInstalled(whole, 'terms_evidence')).toBe(true);
    expect(missingKinds(without('kind=task'))).toEqual(['task']);
    expect(missingAdditions(without('terms_themes'))).toEqual(['terms_themes']);
  });

  it('stores no property it lacks, and no choice', () => {
    const values = { terms_score: '80', terms_evidence: '{}', terms_next_question: 'trial' };
    expect(storableValues(whole, values)).toEqual(values);
    expect(storableValues(without('terms_evidence', 'terms_next_question=trial'), values)).toEqual({
      terms_score: '80',
      terms_next_question: '',
    });
    expect(storableValues({}, { terms_next_question: 'urgency' })).toEqual({ terms_next_question: 'urgency' });
  });

  it('stores the answers it has properties for', () => {
    const captured: CustomerProfile = { ...emptyProfile, urgency: 'high', themes: ['stock_outs'] };
    expect(storableProfile(whole, captured)).toEqual(captured);
    expect(storableProfile(without('terms_themes'), captured)).toEqual({ ...captured, themes: [] });
    expect(isFieldInstalled(without('terms_themes'), 'themes')).toBe(false);
    expect(isFieldInstalled(without('terms_themes'), 'urgency')).toBe(true);
  });
});
