import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountTypeError, compareByWriting, writingScopes } from '../../commands/conformance/compare.ts';
import { enterpriseLimits } from '../../workbench/emulator/rate-limits.ts';
import { typeCommand } from '../serverless/type-command.ts';
import { openAccount } from './account.ts';
import type { TestAccount } from './account.ts';
import { openForReading } from './open-for-reading.ts';

let account: TestAccount;
let lines: string[];
beforeEach(async () => {
  account = await openAccount();
  lines = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await account.close();
});

const compare = (token = account.issue({ scopes: writingScopes })) =>
  compareByWriting(account.origin, token, (line) => lines.push(line));
const leftBehind = async () => {
  const schemas = await account.send('GET', '/crm-object-schemas/2026-09/schemas?archived=true');
  const deals = await account.send('GET', '/crm/v3/objects/deals');
  return [...schemas.body.results, ...deals.body.results];
};

describe('conformance --write', () => {
  it('finds nothing to tell of an account that is the emulator’s twin, and leaves nothing behind', async () => {
    expect(await compare()).toBe(true);
    expect(lines.filter((line) => /DIFFERS|!/.test(line))).toEqual([]);
    expect(lines.at(-1)).toBe('The emulator answers all 17 questions as the account does.');
    expect(lines).toContain(
      '  same     What becomes of the close date when a deal moves into a closed stage? without one sent: it becomes now; with one sent: it is the one sent',
    );
    expect(await leftBehind()).toEqual([]);
  });

  it('tells what an account does otherwise', async () => {
    account.emulator.behaviour.set({
      archivedUniqueValues: 'freed',
    });
    expect(await compare()).toBe(false);
    const place = lines.indexOf('  DIFFERS  May a new record have the unique value of an archived one?');
    expect(lines.slice(place + 1, place + 3)).toEqual([
      '             the account:  yes',
      '             the emulator: refused with 400 VALIDATION_ERROR',
    ]);
    expect(await leftBehind()).toEqual([]);
  });

  it('removes what it made when a question cannot be asked', async () => {
    account.emulator.faults.inject({ kind: 'server_error', method: 'POST', pathHas: '/objects/2026-09/2-', every: 3 });
    expect(await compare()).toBe(false);
    expect(lines.filter((line) => line.startsWith('  !')).length).toBeGreaterThan(0);
    expect(await leftBehind()).toEqual([]);
  });

  it('writes nothing into an account that is at work', async () => {
    account.emulator.setUp({ account: { accountType: 'STANDARD' } });
    await expect(compare()).rejects.toThrow(AccountTypeError);
    expect(account.emulator.requestLog.entries().map(({ method }) => method)).toEqual(['GET']);
  });

  it('says what it needs', async () => {
    expect(await typeCommand('conformance', ['--write'], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('crm.schemas.custom.write') as string,
    });
  });
});

describe('conformance', () => {
  it('waits where the account has no more searches to give', async () => {
    account.emulator.limitRates(enterpriseLimits);
    vi.stubEnv('CONFORMANCE_ORIGIN', account.origin);
    vi.stubEnv('CONFORMANCE_TOKEN', account.token);
    const reading = await openForReading();
    const { searchApi } = reading.client('v3').crm.deals;
    for (let search = 1; search <= 7; search += 1) expect((await searchApi.doSearch({ limit: 1 })).total).toBe(0);
    expect(reading.faults).toEqual([]);
    await reading.close();
  });

  it('lets nothing but reading pass', async () => {
    vi.stubEnv('CONFORMANCE_ORIGIN', account.origin);
    vi.stubEnv('CONFORMANCE_TOKEN', account.token);
    const reading = await openForReading();
    for (const [method, path] of [
      ['POST', '/crm/v3/objects/deals'],
      ['POST', '/crm/v3/objects/deals/batch/update'],
      ['PATCH', '/crm/v3/objects/deals/1'],
      ['DELETE', '/crm/v3/objects/deals/1'],
      ['PUT', '/crm/v3/pipelines/tickets/1'],
    ] as const)
      expect((await fetch(reading.origin + path, { method, body: '{}' })).status).toBe(405);
    expect(account.emulator.requestLog.entries()).toEqual([]);
    await reading.close();
  });
});
