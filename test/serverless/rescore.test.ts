import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../commands/rescore/checkpoint.ts';
import type { RescoreOptions } from '../../commands/rescore/options.ts';
import { rescoreAll } from '../../commands/rescore/run.ts';
import { nowMs, startAccount } from './account.ts';
import type { Account } from './account.ts';
import { typeCommand } from './type-command.ts';

const deals = 450;
let account: Account;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rescore-'));
  account = await accountWithDeals();
}, 60_000);
afterEach(async () => {
  await account.stop();
  rmSync(folder, { recursive: true });
});

async function accountWithDeals(): Promise<Account> {
  const created = await startAccount();
  const inputs = Array.from({ length: deals }, (_, index) => ({
    properties: {
      dealname: `Deal ${index}`,
      dealstage: 'appointmentscheduled',
      pipeline: 'default',
      closedate: '2026-12-01T00:00:00Z',
      ...(index % 50 === 0 ? {} : { amount: String(10_000 + index) }),
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_urgency: 'high',
      terms_needed_by: '2026-12-22',
      terms_payment_plan: 'net 90',
    },
  }));
  for (let start = 0; start < deals; start += 100)
    await created.api('POST', '/crm/v3/objects/deals/batch/create', { inputs: inputs.slice(start, start + 100) });
  return created;
}

const everything: RescoreOptions = { all: true, dryRun: false, ids: [] };
const onlyStale: RescoreOptions = { ...everything, all: false };

const scopes = [
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'tickets',
];

async function run(
  options: RescoreOptions,
  onProgress: (progress: unknown, total: number) => void = () => undefined,
  granted = scopes,
) {
  const accessToken = account.emulator.issueToken({ scopes: granted, sees: 'all', label: 'rescore' });
  const problems: string[] = [];
  const notes: string[] = [];
  const pauses: number[] = [];
  const {
    apiCalls,
    deals: seen,
    scored,
    changed,
    skipped,
    failed,
  } = await rescoreAll({
    origin: account.origin,
    accessToken,
    ledgerKey: null,
    options,
    nowMs: () => nowMs,
    onProgress,
    onProblem: (_, reason) => problems.push(reason),
    onNote: (note) => notes.push(note),
    pause: (ms) => Promise.resolve(pauses.push(ms)),
    checkpoint: openCheckpoint(folder, [String(options.all), ...options.ids]),
  });
  return {
    apiCalls,
    deals: seen,
    scored,
    changed,
    skipped,
    failed,
    problems,
    notes,
    pauses,
    requests: account.emulator.requestLog
      .entries(accessToken)
      .map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`),
  };
}

/** What the ledger says all deals come to; null when it says nothing. */
async function totals(): Promise<unknown> {
  const { results } = (await account.api('POST', '/crm/v3/objects/p_terms_ledger/batch/read', {
    idProperty: 'entry_key',
    properties: ['body'],
    propertiesWithHistory: [],
    inputs: [{ id: 'totals' }],
  })) as unknown as { results: { properties: { body: string } }[] };
  return results[0] === undefined ? null : JSON.parse(results[0].properties.body);
}

/** Every deal's score, as stored. */
async function scores(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let after = '0'; found.length < deals; after = String(Number(after) + 200)) {
    const page = (await account.api('POST', '/crm/v3/objects/deals/search', {
      limit: 200,
      after,
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: ['terms_negotiability', 'terms_score_inputs', 'terms_best_trade'],
    })) as unknown as { results: { properties: Record<string, string> }[] };
    found.push(
      ...page.results.map(({ properties: { terms_negotiability, terms_score_inputs, terms_best_trade } }) => [
        terms_negotiability,
        terms_score_inputs,
        terms_best_trade,
      ]),
    );
  }
  return found;
}

describe('rescoreAll', () => {
  it('scores every open deal with the fewest calls, and changes nothing the second time', async () => {
    const first = await run(everything);
    expect(first).toMatchObject({ deals: 450, scored: 441, changed: 441, skipped: 9, failed: 0 });
    expect(first.problems).toEqual(Array.from({ length: 9 }, () => 'it has no amount'));
    // The floor for 450 deals: 3 searches, 5 batch reads, 5 batch updates, 5 reads of associations each for lines and quotes; besides, a read of the ledger,
    // a search for expedite requests, and the totals.
    expect(first.apiCalls).toBe(26);
    // All deals are in the first stage of HubSpot's own pipeline, from which one in five is won.
    const { expectedGain, weightedGain } = (await totals()) as { expectedGain: number; weightedGain: number };
    expect(expectedGain).toBeGreaterThan(1000);
    expect(weightedGain / expectedGain).toBeCloseTo(0.2, 6);
    const second = await run(everything);
    expect(second).toMatchObject({ deals: 450, scored: 441, changed: 0 });
    expect(second.requests.filter((request) => request.includes('batch/update'))).toEqual([]);
  }, 60_000);

  it('as it is typed ends with one line of JSON, and with 1 where a deal could not be written', async () => {
    const typed = (...args: string[]) =>
      typeCommand('rescore', args, { HUBSPOT_API_ORIGIN: account.origin, HUBSPOT_ACCESS_TOKEN: account.setupToken });
    const whole = await typed();
    expect([whole.code, JSON.parse(whole.stdout)]).toMatchObject([
      0,
      {
        deals: 450,
        scored: 441,
        changed: 441,
        skipped: 9,
        failed: 0,
        apiCalls: 26,
        seconds: expect.any(Number) as number,
      },
    ]);
    expect(whole.stderr).toMatch(/^Not scored, it has no amount: Deal 0 \(\d+\), Deal 50 \(\d+\), /m);
    const gone = await typed('999999999999');
    expect([gone.code, JSON.parse(gone.stdout)]).toMatchObject([1, { deals: 1, scored: 0, failed: 1 }]);
    expect(gone.stderr).toBe('Not scored, there is no such deal: 999999999999\n');
  }, 60_000);

  it('takes only stale and unscored deals unless told otherwise', async () => {
    await run(onlyStale);
    const [{ id }] = (
      (await account.api('POST', '/crm/v3/objects/deals/search', {
        limit: 1,
        filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ', value: '10007' }] }],
      })) as unknown as { results: [{ id: string }] }
    ).results;
    await account.updateDeal(id, { amount: '20000' });
    expect(await run(onlyStale)).toMatchObject({ deals: 450, scored: 1, changed: 1, skipped: 449, failed: 0 });
  }, 60_000);

  it('writes nothing on a dry run, and only named deals when named', async () => {
    expect(await run({ ...everything, dryRun: true })).toMatchObject({ changed: 441 });
    expect(await totals()).toBeNull();
    const { results } = (await account.api('POST', '/crm/v3/objects/deals/search', {
      limit: 2,
      filterGroups: [
        {
          filters: [
            { propertyName: 'amount', operator: 'HAS_PROPERTY' },
            { propertyName: 'terms_scored_at', operator: 'NOT_HAS_PROPERTY' },
          ],
        },
      ],
    })) as unknown as { results: { id: string }[] };
    expect(results).toHaveLength(2);
    const named = await run({ ...everything, ids: [...results.map(({ id }) => id), '999999999999'] });
    expect(named).toMatchObject({ deals: 3, changed: 2, failed: 1, problems: ['there is no such deal'] });
  }, 60_000);

  it('goes on where it was killed, and ends as if it had not been', async () => {
    // In the middle of the second page: its first hundred written, its second not.
    let updates = 0;
    account.injectFault((request) => {
      if (!request.url.endsWith('/batch/update')) return null;
      updates += 1;
      return updates > 3
        ? Response.json({ status: 'error', message: 'The token has been revoked', correlationId: 'c' }, { status: 401 })
        : null;
    });
    await expect(run(everything)).rejects.toMatchObject({ kind: 'unauthorized' });
    account.injectFault(null);
    const seen: number[] = [];
    const resumed = await run(everything, (_, total) => seen.push(total));
    expect(resumed).toMatchObject({ deals: 450, scored: 441, skipped: 9, failed: 0 });
    expect(resumed.requests.filter((request) => request.endsWith('deals/search'))).toHaveLength(2);
    expect(seen).toEqual([450, 450]);
    const [killedScores, killedTotals] = [await scores(), await totals()];

    await account.stop();
    account = await accountWithDeals();
    await run(everything);
    expect(killedScores).toEqual(await scores());
    expect(killedTotals).toEqual(await totals());
    expect(killedTotals).toMatchObject({ countedAt: '2026-11-23T10:00:00.000Z', deals: 450, byBand: { unscored: 9 } });
  }, 60_000);

  it('does not go on in one account where it was killed in another', async () => {
    await expect(
      run(everything, () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    const saved = readdirSync(folder).map((name) => join(folder, name));
    for (const file of saved) writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-23', '2026-11-22'));
    expect(await run(everything)).toMatchObject({ deals: 450, changed: 245 });
  }, 60_000);

  it('waits when HubSpot takes no more calls, and leaves the totals when it may not write them', async () => {
    let refusals = 4;
    account.injectFault((request) => {
      if (!request.url.endsWith('deals/search') || refusals === 0) return null;
      refusals -= 1;
      return Response.json(
        {
          status: 'error',
          message: 'You have reached your ten_secondly_rolling limit.',
          errorType: 'RATE_LIMIT',
          policyName: 'TEN_SECONDLY_ROLLING',
          correlationId: 'c',
        },
        { status: 429 },
      );
    });
    const { changed, pauses, notes } = await run(everything, undefined, scopes.slice(0, 3));
    expect(changed).toBe(441);
    expect(pauses).toContain(10_000);
    expect(notes).toEqual([
      'Expedite requests were not looked at: the token lacks the scope tickets.',
      'The totals for the board were not written: the token lacks crm.objects.custom.write.',
    ]);
    expect(await totals()).toBeNull();
  }, 60_000);

  it('writes the others when HubSpot refuses one, and says which', async () => {
    account.injectFault(null);
    const { results } = (await account.api('POST', '/crm/v3/objects/deals/search', {
      limit: 1,
      filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ', value: '10001' }] }],
    })) as unknown as { results: [{ id: string }] };
    const refused = results[0].id;
    account.injectFault((request) => {
      if (!request.url.endsWith('/batch/update')) return null;
      return request
        .clone()
        .text()
        .then((body) =>
          body.includes(`"${refused}"`)
            ? Response.json(
                {
                  status: 'error',
                  message: 'Property values were not valid',
                  correlationId: 'c',
                  category: 'VALIDATION_ERROR',
                },
                { status: 400 },
              )
            : account.emulator.fetch(request),
        );
    });
    expect(await run(everything)).toMatchObject({
      changed: 440,
      failed: 1,
      problems: expect.arrayContaining(['HubSpot refused the score']) as unknown,
    });
  }, 60_000);

  it('writes the others when one is in conflict, and says which', async () => {
    const { results } = (await account.api('POST', '/crm/v3/objects/deals/search', {
      limit: 1,
      filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ', value: '10001' }] }],
    })) as unknown as { results: [{ id: string }] };
    const contested = results[0].id;
    account.injectFault((request) =>
      request.url.endsWith('/batch/update')
        ? request
            .clone()
            .text()
            .then((body) =>
              body.includes(`"${contested}"`)
                ? Response.json({ status: 'error', category: 'CONFLICT', message: 'no' }, { status: 409 })
                : account.emulator.fetch(request),
            )
        : null,
    );
    expect(await run({ ...everything, ids: results.map(({ id }) => id) })).toMatchObject({
      changed: 0,
      failed: 1,
      problems: ['HubSpot refused the score'],
    });
    account.injectFault(null);
  }, 60_000);

  it('brings expedite requests up to date, on ticket and deal, before it scores', async () => {
    const {
      properties: { body },
    } = await account.api('GET', '/crm/v3/objects/p_terms_ledger/account?idProperty=entry_key&properties=body');
    const {
      expedite: { pipelineId, stages },
    } = JSON.parse(body!) as { expedite: { pipelineId: string; stages: Record<string, string> } };
    const [over, followed, standing, movedByHand] = await Promise.all(
      ['held', 'approved', 'held', 'requested'].map((status) =>
        account.createDeal({
          amount: '50000',
          terms_payment_plan: 'net 60',
          terms_expedite_status: status,
          terms_expedite_days_saved: '10',
        }),
      ),
    );
    const ticket = async (
      dealId: string | undefined,
      attempt: number,
      stage: string,
      properties: Record<string, string>,
    ) =>
      (
        await account.api('POST', '/crm/v3/objects/tickets', {
          properties: {
            subject: 'Faster, please',
            hs_pipeline: pipelineId,
            hs_pipeline_stage: stages[stage],
            expedite_request_key: `${dealId ?? ''}/${attempt}`,
            expedite_days_saved: '10',
            expedite_offer_expires: '2026-11-23',
            ...properties,
          },
        })
      ).id;
    const tickets = [
      await ticket(over, 1, 'held', {
        expedite_hold_until: '2026-11-23T09:00:00Z',
        expedite_week: '2026-W49',
        expedite_revision: '2',
      }),
      await ticket(followed, 1, 'countered', { expedite_offer_expires: '2026-11-22' }),
      await ticket(followed, 2, 'approved', {
        expedite_days_promised: '10',
        expedite_cost: '100',
        expedite_promised_date: '2026-12-01',
      }),
      await ticket(standing, 1, 'held', {
        expedite_hold_until: '2026-11-23T11:00:00Z',
        expedite_days_promised: '10',
        expedite_cost: '100',
      }),
      await ticket(movedByHand, 1, 'declined', {}),
    ];
    const ticketsNow = () =>
      Promise.all(
        tickets.map(
          async (id) =>
            (
              await account.api(
                'GET',
                `/crm/v3/objects/tickets/${id}?properties=hs_pipeline_stage,expedite_week,expedite_revision`,
              )
            ).properties,
        ),
      );
    const stagesNow = async () =>
      (await ticketsNow()).map(
        ({ hs_pipeline_stage: stage }) => Object.entries(stages).find(([, id]) => id === stage)?.[0],
      );
    const statuses = () =>
      Promise.all(
        [over, followed, standing, movedByHand].map(
          async (id) => (await account.readDeal(id!))['terms_expedite_status'],
        ),
      );

    // Its hold ends in an hour.
    account.emulator.setUp({
      owners: [{ id: '501', userId: 91, email: 'oliver@cuckoo.example', firstName: 'Oliver', lastName: 'Hughes' }],
    });
    await account.api('PATCH', `/crm/v3/objects/deals/${standing ?? ''}`, {
      properties: { dealname: 'Wooden pyramids', hubspot_owner_id: '501' },
    });
    const subjects = async () =>
      (
        (await account.api('GET', '/crm/v3/objects/tasks?limit=100&properties=hs_task_subject')) as unknown as {
          results: { properties: Record<string, string> }[];
        }
      ).results.map(({ properties }) => properties['hs_task_subject']);

    expect((await run({ ...onlyStale, dryRun: true })).notes).toEqual(['2 expedite requests have run out.']);
    expect(await subjects()).toEqual([]);
    expect(await stagesNow()).toEqual(['held', 'countered', 'approved', 'held', 'declined']);
    expect((await run(onlyStale)).notes).toEqual([
      'Owners were not told of holds that end: the token lacks crm.objects.contacts.write.',
      '2 expedite requests have run out: marked as expired.',
    ]);
    expect(await stagesNow()).toEqual(['expired', 'expired', 'approved', 'held', 'declined']);
    expect((await ticketsNow())[0]).toMatchObject({ expedite_week: null, expedite_revision: '3' });
    expect(await statuses()).toEqual(['expired', 'approved', 'held', 'declined']);
    expect(await subjects()).toEqual([]);
    const withTasks = [...scopes, 'crm.objects.contacts.read', 'crm.objects.contacts.write'];
    expect(await run(onlyStale, undefined, withTasks)).toMatchObject({ notes: [], changed: 0 });
    expect(await run(onlyStale, undefined, withTasks)).toMatchObject({ notes: [], changed: 0 });
    expect(await subjects()).toEqual(['The slot is held until Nov 23, 2026: Wooden pyramids']);
  }, 60_000);
});
