import { once } from 'node:events';
import { scoreLine } from '@deal-terms/core/scoring';
import { linesOf } from './ndjson/lines.ts';

/** `npm run --silent score`: NDJSON deals on standard input, one result a line on standard output (docs/model.md section 9). Exit status 1 if a line was bad. */
async function scoreLines(): Promise<void> {
  for await (const { text, number } of linesOf(process.stdin)) {
    const result = scoreLine(text, number);
    if ('error' in result) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await scoreLines();
