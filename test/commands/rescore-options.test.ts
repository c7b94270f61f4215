import { describe, expect, it } from 'vitest';
import { accountAddress } from '../../commands/rescore/account-address.ts';
import { readRescoreOptions } from '../../commands/rescore/options.ts';
import { progressBar } from '../../commands/rescore/progress-bar.ts';

describe('readRescoreOptions', () => {
  it('takes only stale and unscored deals unless told otherwise', () => {
    expect(readRescoreOptions([])).toEqual({ all: false, dryRun: false, ids: [] });
    expect(readRescoreOptions(['--all', '--dry-run', '12', '7', '12'])).toEqual({
      all: true,
      dryRun: true,
      ids: ['12', '7'],
    });
    expect(() => readRescoreOptions(['Acme'])).toThrow('expected deal ids of digits, got Acme');
  });
});

describe('accountAddress', () => {
  it('is the workbench unless the environment names another account', () => {
    expect(accountAddress({})).toEqual({
      origin: 'http://127.0.0.1:4400',
      accessToken: 'pat-local-workbench',
      isWorkbench: true,
    });
    expect(accountAddress({ HUBSPOT_API_ORIGIN: 'http://127.0.0.1:4417' })).toMatchObject({
      origin: 'http://127.0.0.1:4417',
      isWorkbench: true,
    });
    expect(accountAddress({ HUBSPOT_ACCESS_TOKEN: 'pat-1' })).toEqual({
      origin: 'https://api.hubapi.com',
      accessToken: 'pat-1',
      isWorkbench: false,
    });
  });

  it('never sends the workbench’s token elsewhere', () => {
    expect(accountAddress({ HUBSPOT_API_ORIGIN: 'https://api.hubapi.com' })).toBeNull();
    expect(accountAddress({ HUBSPOT_API_ORIGIN: 'nonsense' })).toBeNull();
  });
});

describe('progressBar', () => {
  it('says how far a run is', () => {
    expect(progressBar(2_250, 5_000, 120)).toBe('[███████████░░░░░░░░░░░░░]  45 %  2,250 of 5,000 deals, 120 changed');
    expect(progressBar(0, 0, 0)).toContain('100 %');
  });
});
