import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccount } from '../../workbench/account.ts';
import { ImportFileError } from '../../import/import-error.ts';
import { loadDealsFile } from '../../import/load-deals-file.ts';
import type { ImportReport } from '../../import/load-deals-file.ts';
import { readDealsFile } from '../../import/read-deals-file.ts';
import { nowMs } from '../serverless/account.ts';
import { hostileText } from './hostile.arbitrary.ts';

type Imported = {
  readonly report: ImportReport;
  readonly deals: readonly Record<string, string | null>[];
  readonly companies: number;
};

/** What an import into an account of its own comes to, as `npm start -- --import` does it; or the refusal that names what is wrong. */
async function imported(text: string): Promise<Imported | ImportFileError> {
  let account: ReturnType<typeof openAccount> | null = null;
  try {
    const file = readDealsFile({ name: 'deals.csv', bytes: new TextEncoder().encode(text), timeZone: 'Europe/Berlin' });
    account = openAccount(':memory:', () => nowMs, file.profile);
    const { api, adminToken } = account;
    const count = async (type: string) => {
      const answer = await api(
        new Request(`http://127.0.0.1/crm/v3/objects/${type}?limit=100&properties=dealname,amount,closedate`, {
          headers: { authorization: `Bearer ${adminToken}` },
        }),
      );
      return ((await answer.json()) as { results: { properties: Record<string, string | null> }[] }).results.map(
        ({ properties }) => properties,
      );
    };
    const report = await loadDealsFile(account, file, () => undefined);
    return { report, deals: await count('deals'), companies: (await count('companies')).length };
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    expect(account === null ? [] : await dealsOf(account)).toEqual([]);
    return error;
  } finally {
    account?.close();
  }
}

async function dealsOf({ api, adminToken }: ReturnType<typeof openAccount>): Promise<unknown[]> {
  const answer = await api(
    new Request('http://127.0.0.1/crm/v3/objects/deals', { headers: { authorization: `Bearer ${adminToken}` } }),
  );
  return ((await answer.json()) as { results: unknown[] }).results;
}

const labels = [
  'Deal Name',
  'Deal Stage',
  'Pipeline',
  'Amount',
  'Currency',
  'Close Date',
  'Create Date',
  'Deal owner',
  'Associated Company',
  'Associated Company IDs',
  'Record ID',
  'Exchange rate',
  'Amount in company currency',
  'Is Closed Won',
  'Deal probability',
  'Deal Type',
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[], delimiter: string) =>
  rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');

const soundRow: Readonly<Record<string, string>> = {
  'Deal Name': 'Sound',
  'Deal Stage': 'Quote sent',
  Pipeline: 'Trade',
  Amount: '60000',
  Currency: 'EUR',
  'Close Date': '2099-06-30',
  'Create Date': '2026-01-05',
  'Deal owner': 'Jane Doe',
  'Associated Company': 'Alpha',
  'Associated Company IDs': '17',
  'Record ID': '901',
  'Exchange rate': '1',
  'Amount in company currency': '60000',
  'Is Closed Won': 'false',
  'Deal probability': '0.5',
  'Deal Type': 'New Business',
};

describe('a deals export', () => {
  it('of hostile headers and cells is imported whole rows at a time, or refused; never half', async () => {
    const header = fc
      .tuple(fc.shuffledSubarray(labels.slice(2), { maxLength: 8 }), fc.array(hostileText, { maxLength: 2 }))
      .map(([known, strange]) => ['Deal Name', 'Deal Stage', ...known, ...strange]);
    const table = header.chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(
          fc.array(
            fc.oneof(
              { weight: 3, arbitrary: fc.constantFrom('Sound', '1', '2026-01-05', 'EUR', 'Jane Doe') },
              { weight: 1, arbitrary: hostileText },
            ),
            { minLength: names.length, maxLength: names.length },
          ),
          { maxLength: 5 },
        ),
        fc.constantFrom(',', ';', '\t'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(table, async ([names, rows, delimiter]) => {
        const result = await imported(csv([names, ...rows], delimiter));
        if (result instanceof Error) {
          expect(result.message.length).toBeGreaterThan(10);
          return;
        }
        expect(result.deals).toHaveLength(result.report.deals);
        expect(result.companies).toBe(result.report.companies);
        for (const { line, reason } of result.report.rejected)
          expect([line > 1, reason.length > 5]).toEqual([true, true]);
        expect(result.report.deals + result.report.rejected.length).toBeLessThanOrEqual(rows.length);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('that is no table at all is refused in words, or read as far as it goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          hostileText,
          fc.array(hostileText, { maxLength: 6 }).map((lines) => `Deal Name,Deal Stage,Amount\n${lines.join('\n')}`),
        ),
        async (text) => {
          const result = await imported(text);
          if (result instanceof Error) expect(result.message.length).toBeGreaterThan(10);
          else expect(result.deals).toHaveLength(result.report.deals);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);

  it.each(labels.map((label) => [label]))(
    'with something hostile under %s keeps its other row, and says line and column of the one it leaves out',
    async (label) => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (hostile) => {
          const result = await imported(
            csv(
              [
                labels,
                labels.map((name) => (name === label ? hostile : (soundRow[name] ?? ''))),
                labels.map((name) => (name === 'Record ID' ? '902' : (soundRow[name] ?? ''))),
              ],
              ',',
            ),
          );
          if (result instanceof Error) throw result;
          expect(result.deals).toHaveLength(2 - result.report.rejected.length);
          for (const { line, reason } of result.report.rejected) {
            expect(line).toBe(2);
            expect(reason.toLowerCase()).toContain(label === 'Currency' ? 'currency' : label.toLowerCase());
          }
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );
});
