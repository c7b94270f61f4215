import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreLine } from '@deal-terms/core/scoring';

const readme = readFileSync('README.md', 'utf8');

/** The row of the story's table that begins so, its cells. */
function cells(row: string): readonly string[] {
  const line = readme.split('\n').find((one) => one.startsWith(`| ${row} |`));
  return (line ?? '')
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

it('has a command whose answer is the retailer’s column', () => {
  const [, line = ''] = /^echo '(.+)' \| npm run --silent score$/m.exec(readme) ?? [];
  expect(scoreLine(line, 1)).toMatchObject({
    costOfCash: expect.closeTo(0.53, 3) as number,
    before: { margin: 27_000, cashCycleDays: 132, annualReturnOnCash: expect.closeTo(2.26, 2) as number },
    offers: [
      {
        packageId: 'on_delivery/21/none',
        discount: 0.02,
        sellerGain: expect.closeTo(3197.49, 2) as number,
        customerGain: expect.closeTo(3785.34, 2) as number,
        after: {
          margin: 23_030,
          marginRate: expect.closeTo(0.392, 3) as number,
          cashCycleDays: 21,
          annualReturnOnCash: expect.closeTo(11.19, 2) as number,
        },
      },
      {},
      {},
    ],
  });
  expect(readme).toContain('That makes its cash cost 53 % a year, though its bank asks 9 %.');
  expect(
    [cells('margin'), cells('cash cycle'), cells('annual return on cash'), cells('worth to us / to the customer')].map(
      (row) => row.slice(0, 2),
    ),
  ).toEqual([
    ['27,000 (45 %)', '23,030 (39.2 %)'],
    ['132 days', '21 days'],
    ['226 %', '1,119 %'],
    ['', '3,197 / 3,785'],
  ]);
});

it('tells the chain’s column as the model does', () => {
  const [, golden = '{}'] = readFileSync('test/core/golden.ndjson', 'utf8').split('\n');
  const { input } = JSON.parse(golden) as { readonly input: { readonly id: string } };
  expect(input.id).toBe('forecasting-chain');
  expect(scoreLine(JSON.stringify(input), 1)).toMatchObject({
    before: { margin: 54_000, cashCycleDays: 132 },
    offers: [
      {
        packageId: 'advance_30/0/forecast',
        discount: 0.09,
        sellerGain: expect.closeTo(6941.67, 2) as number,
        customerGain: expect.closeTo(7145.27, 2) as number,
        after: {
          margin: 45_180,
          marginRate: expect.closeTo(0.414, 3) as number,
          cashCycleDays: 12,
          annualReturnOnCash: expect.closeTo(21.47, 2) as number,
        },
      },
      {},
      {},
    ],
  });
  expect(
    [cells('margin'), cells('cash cycle'), cells('annual return on cash'), cells('worth to us / to the customer')].map(
      (row) => row.slice(2),
    ),
  ).toEqual([
    ['54,000 (45 %)', '45,180 (41.4 %)'],
    ['132 days', '12 days'],
    ['226 %', '2,147 %'],
    ['', '6,942 / 7,145'],
  ]);
});
