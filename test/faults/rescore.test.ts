import { afterAll, describe, it } from 'vitest';
import { faultTable } from './fault-table.ts';
import { faultsInHundred, kills, rescoreKilled } from './killed-rescore.ts';

const table = faultTable('npm run rescore');
afterAll(() => table.print());

/** Ten pages; `npm run test:endurance` takes 20,000. */
const deals = 2_000;

describe('npm run rescore', () => {
  it('ends as if undisturbed when calls fail and it is killed', async () => {
    const row = table.row({
      fault: `${deals} deals, ${faultsInHundred} % of calls fail, killed ${kills} times`,
      sees: 'it goes on where it stopped',
      guaranteed: 'all scores and the totals as without',
    });
    await rescoreKilled(deals);
    row.passed();
  });
});
