import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpoint } from '../commands/rescore/checkpoint.ts';
import { rescoreAll } from '../commands/rescore/run.ts';
import { startAccount } from './account.ts';
import type { Row } from './measure.ts';

const deals = 5_000;
/** What HubSpot takes in a call (docs/architecture.md section 5). */
const searchedAtOnce = 200;
const batch = 100;

/** `npm run rescore -- --all` over an account whose deals all change, then over the same one unchanged: its calls, beside the fewest that read every deal and write what changed. */
export async function rescoreRows(): Promise<Row[]> {
  const account = await startAccount();
  const folder = mkdtempSync(join(tmpdir(), 'bench-rescore-'));
  try {
    await account.createDeals(deals);
    const rows: Row[] = [];
    for (const what of ['all of them changed', 'none changed']) {
      const { apiCalls, changed } = await rescoreAll({
        origin: account.origin,
        accessToken: account.token,
        ledgerKey: null,
        options: { all: true, dryRun: false, ids: [] },
        checkpoint: openCheckpoint(folder, [what]),
        nowMs: Date.now,
        onProgress: () => undefined,
        onProblem: () => undefined,
        pause: () => Promise.resolve(),
      });
      // Evidence takes the associations of lines and of quotes, a hundred deals at once; these deals have neither.
      const floor = Math.ceil(deals / searchedAtOnce) + 3 * Math.ceil(deals / batch) + Math.ceil(changed / batch);
      rows.push({
        what: `API calls: rescore ${deals} deals, ${what}`,
        figure: String(apiCalls),
        baseline: `${floor}: searches for ids, batch reads of deals and of two kinds of associations, batch updates`,
        ratio: `${(apiCalls / floor).toFixed(2)}×`,
        goal: 'within 10 %',
        met: apiCalls <= 1.1 * floor,
      });
    }
    return rows;
  } finally {
    await account.stop();
    rmSync(folder, { recursive: true });
  }
}
