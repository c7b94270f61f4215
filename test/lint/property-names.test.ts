import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dealProperties, expediteTicketProperties } from '@deal-terms/core/crm';

/** Rooms that know the app's properties by field: values through `decodeDeal` and `decodeTicket`, names through `…PropertyOf`. */
const rooms = ['src', 'serverless', 'extensions', 'commands', 'import', 'workbench', 'bench', 'lint'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('src/crm/') && existsSync(file));

/** Every name the app creates, and whatever else looks like one. */
const created = [...dealProperties, ...expediteTicketProperties].map(({ name }) => name);
const named = new RegExp(`\\b(?:${created.join('|')}|(?:terms|expedite)_[a-z_]+)\\b`, 'g');
/** Not a property: what the workflow action reports of itself. */
const allowed = new Set(['terms_result']);

it('is only in src/crm that a property of the app is called by its name', () => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(named)]
      .filter(([name]) => !allowed.has(name))
      .map(([name]) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
