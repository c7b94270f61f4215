import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';

// What `npm run build` wrote (`npm test` does so first), run as HubSpot runs a custom-code action.
const script = join(process.cwd(), 'build', 'workflow', 'score-terms.js');
const caller = `require(process.argv[1]).main(JSON.parse(process.argv[2]), (answer) => console.log('callback ' + JSON.stringify(answer))).catch((error) => console.log('threw ' + JSON.stringify({ code: error.code, message: error.message })));`;

let account: Account;
let dealId: string;
beforeAll(async () => {
  account = await startAccount();
  dealId = await account.createDeal({
    amount: '60000',
    terms_cash_position: 'abundant',
    terms_importance: 'standard_clause',
    terms_urgency: 'none',
    terms_payment_plan: 'net 90',
  });
});
afterAll(() => account.stop());

const guide = readFileSync('docs/automation.md', 'utf8');

/** Scopes the guide has the workflow's key made with. */
function keyScopes(): string[] {
  const [, step = ''] = /Make a service key of its own, \*Deal terms: workflow\*, with (.+)/.exec(guide) ?? [];
  const scopes = [...step.matchAll(/`(crm\.[a-z._]+)`/g)].map(([, scope = '']) => scope);
  expect(scopes).toHaveLength(7);
  return scopes;
}

/** What the script prints; what it hands back is the line that begins with `callback` or `threw`. */
async function enrol(
  object: unknown,
  environment: Record<string, string> = {},
): Promise<{ readonly answers: unknown[]; readonly log: string }> {
  const event = { callbackId: 'ap-1-2', origin: { portalId: 1, actionDefinitionId: 2 }, object, inputFields: {} };
  const accessToken = account.emulator.issueToken({ scopes: keyScopes(), sees: 'all', label: 'workflow' });
  const child = spawn(process.execPath, ['-e', caller, script, JSON.stringify(event)], {
    env: { HUBSPOT_ACCESS_TOKEN: accessToken, HUBSPOT_API_ORIGIN: account.origin, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const lines = output.trim().split('\n');
  return {
    answers: lines.flatMap((line) =>
      /^(callback|threw) /.test(line) ? [JSON.parse(line.slice(line.indexOf(' ') + 1)) as unknown] : [],
    ),
    log: lines.filter((line) => !/^(callback|threw) /.test(line)).join('\n'),
  };
}

describe('build/workflow/score-terms.js', () => {
  it('needs nothing but Node', () => {
    const needed = [...readFileSync(script, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) =>
      name.replace(/^node:/, ''),
    );
    expect(needed.filter((name) => !builtinModules.includes(name))).toEqual([]);
    const [, size = ''] = /this one has about ([\d,]+) characters/.exec(guide) ?? [];
    expect(readFileSync(script, 'utf8').length / Number(size.replace(',', ''))).toBeCloseTo(1, 1);
  });

  it('scores the enrolled deal, hands its outputs over once, and writes nothing the second time', async () => {
    const first = await enrol({ objectId: Number(dealId), objectType: 'DEAL' });
    const { terms_negotiability, terms_best_trade, terms_score_inputs } = await account.readDeal(dealId);
    expect(terms_score_inputs).not.toBeNull();
    expect(first.answers).toEqual([
      {
        outputFields: {
          terms_result: 'scored',
          terms_negotiability,
          terms_negotiability_band: 'high',
          terms_verdict: 'trade',
          terms_best_trade,
          terms_expected_gain: (await account.readDeal(dealId))['terms_expected_gain'],
          terms_next_question: 'trial',
        },
      },
    ]);
    expect(first.log).toMatch(
      /^{"action":"score-terms","correlationId":"[0-9a-f-]+","outcome":"scored","apiCalls":5}$/,
    );
    const second = await enrol({ objectId: dealId, objectType: '0-3' });
    expect(second.answers).toMatchObject([{ outputFields: { terms_result: 'unchanged', terms_verdict: 'trade' } }]);
    expect(second.log).toContain('"apiCalls":4');
    // All the evidence there can be.
    const companyId = await account.createCompany('Gifts & Co');
    await account.createDeal({ amount: '1', dealstage: 'closedwon', closedate: '2026-05-01T08:00:00Z' }, companyId);
    const whole = await account.createDeal({ amount: '60000', terms_cash_position: 'abundant' }, companyId);
    await account.createLineItem(whole, { price: '600', quantity: '100', hs_cost_of_goods_sold: '330' });
    await account.createQuote(whole, { hs_net_payment_terms: '90' });
    await account.createInvoice(companyId, {}, whole);
    const most = await enrol({ objectId: whole, objectType: '0-3' });
    expect(most.log).toContain('"outcome":"scored","apiCalls":12');
    expect(guide).toContain(
      'An action makes four calls of HubSpot’s API, up to eleven with evidence, and one more when',
    );
  });

  it('says why there is no score', async () => {
    const poor = await account.createDeal({});
    expect((await enrol({ objectId: Number(poor), objectType: 'DEAL' })).answers).toEqual([
      {
        outputFields: {
          terms_result: 'missing_amount',
          terms_negotiability: '',
          terms_negotiability_band: '',
          terms_verdict: '',
          terms_best_trade: '',
          terms_expected_gain: '',
          terms_next_question: '',
        },
      },
    ]);
    expect((await enrol({ objectId: 999_999_999_999, objectType: 'DEAL' })).answers).toMatchObject([
      { outputFields: { terms_result: 'no_such_deal' } },
    ]);
  });

  it('fails with words a workflow’s history can show, and HubSpot’s status where there is one', async () => {
    expect((await enrol({ objectId: 1, objectType: 'CONTACT' })).answers).toEqual([
      { code: null, message: 'This action scores deals: put it into a workflow that enrols deals.' },
    ]);
    expect((await enrol({ objectId: 1, objectType: 'DEAL' }, { HUBSPOT_ACCESS_TOKEN: '' })).answers).toEqual([
      { code: null, message: 'The secret HUBSPOT_ACCESS_TOKEN is missing: add it under Secrets of this action.' },
    ]);
    const refused = await enrol({ objectId: 1, objectType: 'DEAL' }, { HUBSPOT_ACCESS_TOKEN: 'pat-wrong' });
    expect(refused.answers).toEqual([{ code: 401, message: 'HubSpot did not let the deal be scored: unauthorized.' }]);
    expect(refused.log).not.toContain('pat-wrong');
  });
});
