import { afterAll, describe, expect, it } from 'vitest';
import { isWrite } from '../serverless/account.ts';
import { failureView } from '../../extensions/ui/shared/failure-view.ts';
import { accountState } from './account-state.ts';
import { faultTable } from './fault-table.ts';
import { functionCalls } from './function-calls.ts';
import type { FunctionCall, Reply } from './function-call.ts';
import { replyInTime } from './repeat.ts';

const table = faultTable('A rule of the account demands a property: at each write of each function');
afterAll(() => table.print());

/** As HubSpot refuses a write that breaks a rule an administrator made. */
const refusal = () =>
  Response.json(
    {
      status: 'error',
      message: 'The property values provided are invalid',
      category: 'VALIDATION_ERROR',
      correlationId: 'c',
      errors: [
        {
          message: 'A value for region must be provided',
          code: 'MISSING_REQUIRED_PROPERTY',
          context: { propertyName: ['region'] },
        },
      ],
    },
    { status: 400 },
  );

/** A call whose write at this place HubSpot refuses for want of a property; whether there was such a write, and what the user sees. */
async function refusedAt(made: FunctionCall, place: number) {
  const { account, app, attest, call } = await made.prepare();
  const attested = await attest();
  let writes = 0;
  account.injectFault((request) => {
    if (
      request.headers.get('authorization') !== `Bearer ${app.token}` ||
      !isWrite({ method: request.method, path: new URL(request.url).pathname })
    )
      return null;
    writes += 1;
    return writes < place ? null : refusal();
  });
  const reply = await call(attested);
  account.injectFault(null);
  expect(await replyInTime(async () => call(await attest()))).toMatchObject({ ok: true });
  const state = await accountState(account);
  await account.stop();
  return { isReached: writes >= place, reply, state };
}

/** As `refusedAt`. A busy machine can use up a call's time before HubSpot refuses anything: then it is made anew from its start, twice at most. */
async function refusedInTime(made: FunctionCall, place: number) {
  let refused = await refusedAt(made, place);
  for (let tries = 1; tries < 3 && isOutOfTime(refused.reply); tries += 1) refused = await refusedAt(made, place);
  return refused;
}

const isOutOfTime = (reply: Reply) => !reply.ok && (reply.code === 'deadline' || reply.code === 'unavailable');

describe.concurrent('HubSpot’s write rules', () => {
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    '$name: a refused write is told, and a repeat without the rule ends as an undisturbed call, once',
    async ({ name, made }) => {
      const { account, attest, call } = await made.prepare();
      expect(await replyInTime(async () => call(await attest()))).toMatchObject({ ok: true });
      const expected = await accountState(account);
      await account.stop();
      const seen: string[] = [];
      const row = table.row({
        fault: name,
        sees: () => (seen.length === 0 ? 'writes nothing' : [...new Set(seen)].join(' | ')),
        guaranteed: 'a repeat without the rule completes it, once',
      });
      for (let place = 1; ; place += 1) {
        const { isReached, reply, state } = await refusedInTime(made, place);
        if (!isReached) break;
        expect({ place, state }).toEqual({ place, state: expected });
        if (!reply.ok) expect(['required_property', 'refused']).toContain(reply.code);
        const told = 'failed' in reply && reply.failed !== 0 ? 'counts what was not done' : 'done';
        seen.push(reply.ok ? told : failureView(reply).title);
      }
      row.passed();
    },
    120_000,
  );
});
