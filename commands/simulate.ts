import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { experiments, runExperiment } from '../bench/learning/experiments.ts';
import { figureOf } from '../bench/learning/figure.ts';
import { negotiationExperiments, runNegotiations } from '../bench/learning/negotiation-experiment.ts';
import { negotiationTable } from '../bench/learning/negotiation-table.ts';
import { resultTable } from '../bench/learning/result-table.ts';

/**
 * `npm run simulate`: markets of customers unlike the defaults, and what learning from their answers is worth. Prints the tables and writes them and the
 * figure into `docs/learning.md`; with `--markets N` it only prints.
 */
const fullSize = 20;
const page = join('docs', 'learning.md');
const figure = join('docs', 'images', 'learning.svg');
const [begin, end] = ['<!-- written by npm run simulate -->', '<!-- end of what npm run simulate writes -->'];

const { values } = parseArgs({ options: { markets: { type: 'string', default: String(fullSize) } } });
const markets = Number(values.markets);
if (!Number.isInteger(markets) || markets < 2) {
  console.error(`simulate: --markets needs a whole number of at least 2, got ${values.markets}`);
  process.exit(1);
}

let done = 0;
const onMarket = () => {
  done += 1;
  if (process.stderr.isTTY)
    process.stderr.write(
      `\r\u001B[K${done} of ${markets * (experiments.length + negotiationExperiments.length)} markets`,
    );
};
const outcomes = experiments.map((experiment) => runExperiment(experiment, markets, onMarket));
const negotiations = negotiationExperiments.map((experiment) => runNegotiations(experiment, markets, onMarket));
if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');

const tables = [...outcomes.map(resultTable), ...negotiations.map(negotiationTable)].join('\n');
console.log(tables);
if (markets === fullSize) {
  const [before, after] = [readFileSync(page, 'utf8').split(begin)[0], readFileSync(page, 'utf8').split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the tables`);
  writeFileSync(page, `${before}${begin}\n\n${tables}\n${end}${after}`);
  const [first] = outcomes;
  if (first !== undefined) writeFileSync(figure, figureOf(first));
}
