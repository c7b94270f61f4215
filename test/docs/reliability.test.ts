import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FailureCode } from '@deal-terms/core/contracts';
import { failureView } from '../../extensions/ui/shared/failure-view.ts';

const page = readFileSync('docs/reliability.md', 'utf8');

it.each([
  'rate_limited',
  'daily_limit',
  'unavailable',
  'deadline',
  'forbidden',
  'invalid_field',
  'refused',
  'required_property',
  'over_limit',
  'limits_unknown',
  'wait',
  'short_key',
  'proposal_pending',
] as const satisfies readonly FailureCode[])('quotes what the screen says at %s', (code) => {
  const { title } = failureView({ ok: false, code, message: '', correlationId: 'c' });
  expect(page).toContain(title);
});
