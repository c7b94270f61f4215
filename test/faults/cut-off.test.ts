import { afterAll, describe, expect, it } from 'vitest';
import { BrokenConnection } from '../../workbench/emulator/broken-connection.ts';
import { accountState } from './account-state.ts';
import { faultTable } from './fault-table.ts';
import { functionCalls } from './function-calls.ts';
import type { FunctionCall } from './function-call.ts';
import { replyInTime } from './repeat.ts';

const table = faultTable('A function cut off at each of its calls');
afterAll(() => table.print());

/** What the account holds after the call was cut off and, when all was well again, repeated. `isDone`: the last call that went through took effect, and only its answer was lost. */
async function repeatedAfterCut(made: FunctionCall, at: number, isDone: boolean): Promise<readonly string[]> {
  const { account, app, attest, call } = await made.prepare();
  const attested = await attest();
  let calls = 0;
  account.injectFault((request) => {
    if (request.headers.get('authorization') !== `Bearer ${app.token}`) return null;
    calls += 1;
    if (calls < at) return null;
    if (calls === at && isDone)
      return account.emulator.fetch(request).then(() => {
        throw new BrokenConnection();
      });
    return Response.json(
      {
        status: 'error',
        message: 'You have reached your daily limit.',
        errorType: 'RATE_LIMIT',
        policyName: 'DAILY',
        correlationId: 'c',
      },
      { status: 429 },
    );
  });
  await call(attested);
  account.injectFault(null);
  expect(await replyInTime(async () => call(await attest()))).toMatchObject({ ok: true });
  const state = await accountState(account);
  await account.stop();
  return state;
}

describe.concurrent('nothing is half done that a repeat does not complete, once', () => {
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    '$name',
    async ({ name, made }) => {
      const { account, app, attest, call } = await made.prepare();
      expect(await call(await attest())).toMatchObject({ ok: true });
      const expected = await accountState(account);
      await account.stop();
      const calls = app.answered.length;
      expect(calls).toBeGreaterThan(0);
      const row = table.row({
        fault: name,
        sees: `cut off before and after each of ${calls} calls`,
        guaranteed: 'a repeat ends where an undisturbed call does',
      });
      for (let at = 1; at <= calls; at += 1) {
        for (const isDone of [false, true])
          expect({ at, isDone, state: await repeatedAfterCut(made, at, isDone) }).toEqual({
            at,
            isDone,
            state: expected,
          });
      }
      row.passed();
    },
    120_000,
  );
});
