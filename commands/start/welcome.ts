import type { RunningWorkbench } from '../../workbench/start-workbench.ts';

const story = `Try first, as Oliver Hughes (the switch at the top right changes who is looking):
  1. Deals → “Christmas market promotion” (60,000, net 90). Fill the card: cash abundant, terms a standard clause,
     urgency high, needed 21 days after the close date, new customer. It answers: on delivery, 21 days sooner, 2 % off.
  2. Deals → “Annual range, 38 shops” (120,000, net 90). Cash positive, a standard clause, no urgency,
     established, willing to forecast. It answers: 30 days in advance with quarterly forecasts, 9 % off.`;

/** What somebody who just started the workbench wants to know. */
export function welcome({ origin, kind }: Pick<RunningWorkbench, 'origin' | 'kind'>): string {
  const hint = kind === 'demo' ? story : `An account without the app. Set it up: HUBSPOT_API_ORIGIN=${origin} HUBSPOT_ACCESS_TOKEN=pat-local-workbench npm run crm:install`;
  return `\nWorkbench at ${origin}\n\n${hint}\n\nCtrl-C stops it; the account is kept in .workbench (--reset starts over).\n`;
}
