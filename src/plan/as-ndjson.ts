import type { PipelineDeal } from './pipeline.ts';

/** Deals as `npm run plan` reads them (docs/model.md section 2), one a line; the policy goes into a file of its own. */
export function asNdjson(deals: readonly PipelineDeal[]): string {
  return deals.map(({ input: { id, deal, customer } }) => JSON.stringify({ id, deal, customer })).join('\n');
}
