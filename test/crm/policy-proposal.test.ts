import { describe, expect, it } from 'vitest';
import { readPolicy, readProposal } from '@deal-terms/core/crm';

const policy = readPolicy(null);
const read = (proposal: unknown) => readProposal(JSON.stringify(proposal), policy);
const urgency = {
  'model.priors.urgency.none': 0.4,
  'model.priors.urgency.some': 0.3,
  'model.priors.urgency.high': 0.2,
  'model.priors.urgency.critical': 0.1,
};
const none = { ok: false, faults: [{ field: '', message: 'this is no proposal' }] };

describe('a proposal of what was learnt', () => {
  it('is read with the settings it proposes', () => {
    const settings = { ...urgency, 'model.responseNoise': 0.02, 'model.silence': 0.2 };
    expect(read({ settings, answers: 40, modelVersion: 2 })).toEqual({ ok: true, proposal: { settings, answers: 40 } });
    const range = { 'model.beliefs.cashPosition.tight': [0.05, 0.09, 0.2] };
    expect(read({ settings: range, answers: 1, modelVersion: 2 })).toEqual({
      ok: true,
      proposal: { settings: range, answers: 1 },
    });
  });

  it.each([
    ['of the first model', { settings: urgency, answers: 40 }],
    ['of another model', { settings: urgency, answers: 40, modelVersion: 1 }],
    ['from no answer', { settings: urgency, answers: 0, modelVersion: 2 }],
    ['of what cannot be learnt', { settings: { 'app.repDiscountLimit': 1 }, answers: 40, modelVersion: 2 }],
    ['hidden behind what can', { settings: { 'x.model.silence': 0.1 }, answers: 40, modelVersion: 2 }],
    ['going on after what can', { settings: { 'model.silence.x': 0.1 }, answers: 40, modelVersion: 2 }],
    ['of other beliefs', { settings: { 'model.priors.mood.good': 0.1 }, answers: 40, modelVersion: 2 }],
    ['below nothing', { settings: { 'model.silence': -0.1 }, answers: 40, modelVersion: 2 }],
    ['with more in it', { settings: urgency, answers: 40, modelVersion: 2, more: true }],
  ])('is none: %s', (_, proposal) => {
    expect(read(proposal)).toEqual(none);
  });

  it('is none where somebody typed something', () => {
    expect(readProposal('no JSON', policy)).toEqual(none);
    expect(readProposal('', policy)).toEqual(none);
  });

  it('names the setting with which no policy could be saved', () => {
    const settings = { 'model.beliefs.cashPosition.tight': [0.2, 0.09, 0.05] };
    expect(read({ settings, answers: 40, modelVersion: 2 })).toEqual({
      ok: false,
      faults: [{ field: 'model.beliefs.cashPosition.tight', message: 'Enter low ≤ mode ≤ high.' }],
    });
  });
});
