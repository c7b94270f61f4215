import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { scoreLine } from '@deal-terms/core/scoring';

/** `npm run --silent score`: NDJSON deals on standard input, one result a line on standard output (model section 9). Exit status 1 if a line was bad. */
async function scoreLines(): Promise<void> {
  let line = 0;
  for await (const raw of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line += 1;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (text.trim() === '') continue;
    const result = scoreLine(text, line);
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
