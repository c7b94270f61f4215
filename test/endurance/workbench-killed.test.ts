import { afterAll, describe, expect, it } from 'vitest';
import { createHome, startIn } from './started-workbench.ts';

const { folder, remove } = createHome();
afterAll(remove);

const rounds = 12;
const started = /Workbench at (http:\S+)/;

async function ask<T>(origin: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: 'Bearer pat-local-workbench', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

const total = (origin: string) =>
  ask<{ total: number }>(origin, 'POST', '/crm/v3/objects/deals/search', { filterGroups: [], limit: 1 });

describe('a workbench that is killed', () => {
  it('while its account is set up, sets it up anew', async () => {
    const undisturbed = startIn(folder, []);
    const [, first = ''] = (await undisturbed.says(started)) ?? [];
    const whole = await total(first);
    expect(whole.total).toBeGreaterThan(50);
    await undisturbed.kill();
    for (const moment of [/app set up/, /customers/, /1 of \d+ deals scored/]) {
      const begun = startIn(folder, ['--reset']);
      await begun.says(moment);
      await begun.kill();
      const again = startIn(folder, []);
      const [, origin = ''] = (await again.says(started)) ?? [];
      expect(again.printed()).toContain('deals scored by the app');
      const { total: deals } = await total(origin);
      await again.kill();
      expect(deals).toBe(whole.total);
    }
  });

  it(`${rounds} times while deals are written, has every write that was answered`, async () => {
    const answered: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const running = startIn(folder, []);
      const [, origin = ''] = (await running.says(started)) ?? [];
      expect(running.printed()).not.toContain('damaged');
      // HubSpot's rate limits would be met before the disk is.
      await ask(origin, 'PUT', '/workbench/api/trouble', { faults: [], limitsRates: false, searchLagMs: 0 });
      const kept = await Promise.all(
        answered.map((id) => ask<{ id: string }>(origin, 'GET', `/crm/v3/objects/deals/${id}`)),
      );
      expect(kept.map(({ id }) => id)).toEqual(answered);
      const wanted = answered.length + 3 * (round + 1);
      const write = async (): Promise<void> => {
        const properties = { dealname: `Round ${round}`, pipeline: 'default', dealstage: 'qualifiedtobuy' };
        const { id } = await ask<{ id: string }>(origin, 'POST', '/crm/v3/objects/deals', {
          properties,
          associations: [],
        });
        answered.push(id);
        if (answered.length < wanted) await write();
      };
      const writers = [write(), write(), write()];
      // The first to see the number reached; the others have a write under way when the process ends.
      await Promise.race(writers);
      await running.kill();
      await Promise.allSettled(writers);
    }
    expect(answered.length).toBeGreaterThanOrEqual(234);
  });

  it('is not in the way of the next one, while a running one is', async () => {
    const first = startIn(folder, []);
    await first.says(started);
    const second = startIn(folder, []);
    expect(await second.ended).toBe(1);
    expect(second.printed()).toMatch(/^Another workbench \(process \d+\) is using \S+\.workbench\. Stop it first\.\n$/);
    await first.kill();
    const third = startIn(folder, []);
    expect(await third.says(started)).not.toBeNull();
    await third.kill();
  });

  it('says that there is no room, and leaves what was there', async () => {
    const running = startIn(folder, []);
    const [, before = ''] = (await running.says(started)) ?? [];
    const { total: deals } = await total(before);
    await running.kill();
    const full = startIn(folder, ['--deals', '3000'], 4_000);
    expect(await full.ended).toBe(1);
    expect(full.printed()).toMatch(/(There is no room left to write|The disk refused to read or write) \S+\.workbench/);
    expect(full.printed()).not.toMatch(/^\s+at /m);
    const after = startIn(folder, []);
    const [, origin = ''] = (await after.says(started)) ?? [];
    expect((await total(origin)).total).toBeGreaterThanOrEqual(deals);
    await after.kill();
  });
});
