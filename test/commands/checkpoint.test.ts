import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../commands/rescore/checkpoint.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const progress = {
  lastId: '17',
  deals: 200,
  scored: 150,
  changed: 20,
  skipped: 50,
  failed: 0,
  apiCalls: 6,
  seconds: 3.2,
  totals: { deals: 200, byBand: { high: 1, medium: 2, low: 3, unscored: 194 }, expectedGain: 9, cashDaysReleased: 8 },
};
const basis = { account: '2026-11-23T10:00:00Z', policyVersion: 3, modelVersion: 2 };
const file = () => join(folder, readdirSync(folder)[0] ?? '');

describe('a checkpoint', () => {
  it('is where the run that was cut off got to', () => {
    const checkpoint = openCheckpoint(folder, ['origin']);
    expect(checkpoint.read(basis)).toEqual({ found: 'none' });
    checkpoint.save(basis, progress);
    expect(openCheckpoint(folder, ['origin']).read(basis)).toEqual({ found: 'progress', progress });
    expect(openCheckpoint(folder, ['other']).read(basis)).toEqual({ found: 'none' });
    checkpoint.done();
    expect(readdirSync(folder)).toEqual([]);
    expect(checkpoint.read(basis)).toEqual({ found: 'none' });
  });

  it('keeps no key', () => {
    openCheckpoint(folder, ['origin', 'pat-na1-a-token']).save(basis, progress);
    expect(`${readdirSync(folder).join()} ${readFileSync(file(), 'utf8')}`).not.toContain('a-token');
  });

  it('is stale once policy or model are others, and nobody’s in another account', () => {
    const checkpoint = openCheckpoint(folder, ['origin']);
    checkpoint.save(basis, progress);
    expect(checkpoint.read({ ...basis, policyVersion: 4 })).toEqual({ found: 'stale' });
    expect(checkpoint.read({ ...basis, modelVersion: 3 })).toEqual({ found: 'stale' });
    expect(checkpoint.read({ ...basis, account: '2026-11-24T10:00:00Z' })).toEqual({ found: 'none' });
  });

  it.each(['', '{"basis":', '{}', '{"account":"2026-11-23T10:00:00Z","progress":{}}'])(
    'that is damaged stops nothing: %j',
    (content) => {
      const checkpoint = openCheckpoint(folder, ['origin']);
      checkpoint.save(basis, progress);
      writeFileSync(file(), content);
      expect(checkpoint.read(basis)).toEqual({ found: 'damaged' });
      checkpoint.save(basis, progress);
      expect(checkpoint.read(basis)).toEqual({ found: 'progress', progress });
    },
  );
});
