import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAccount } from '../../bench/account.ts';
import type { Account } from '../../bench/account.ts';
import { actionsIn } from '../../bench/actions.ts';
import { apiCallsOf } from '../../bench/functions.ts';

const functions = join(process.cwd(), 'build', 'hubspot', 'src', 'app', 'functions');

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

it('makes no more API calls for an action than it takes', async () => {
  const made: Record<string, number> = {};
  const floors: Record<string, number> = {};
  // Each finds what the one before left: a card's approval was asked for.
  for (const { what, file, context, floor } of await actionsIn(account)) {
    made[what] = await apiCallsOf(account, file, functions, await context());
    floors[what] = floor;
  }
  expect(made).toEqual(floors);
});
