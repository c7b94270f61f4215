import { join, relative } from 'node:path';
import type { AppWorkbench } from './app-workbench.ts';
import type { ProjectWorkbench } from './project-workbench.ts';
import { demoSecrets } from './demo-secrets.ts';
import { localKeys } from './service-keys.ts';

/** What somebody who just started the workbench wants to know. */
export function welcome({
  origin,
  kind,
  storyDealIds,
  folder,
}: Pick<AppWorkbench, 'origin' | 'kind' | 'storyDealIds' | 'folder'>): string {
  const as = (token: string) => `HUBSPOT_API_ORIGIN=${origin} HUBSPOT_ACCESS_TOKEN=${token}`;
  const hints = {
    demo: story(storyDealIds.map((id) => `${origin}/deals/${id}`)),
    empty: `An account without the app. To set it up, and to score its deals, with the service keys of the administrator’s guide (docs/admin.md):\n  ${as(localKeys.installation)} npm run crm:install\n  ${as(localKeys.rescoring)} npm run rescore\nFunctions have their secrets here already, LEDGER_KEY in ${join(shown(folder), 'secrets.json')}: the one crm:install shows is for HubSpot.`,
    imported: `Your own deals, scored by the policy in force. Say in the settings what cash is worth to you; then, to score them all anew:\n  ${as(localKeys.rescoring)} npm run rescore`,
  };
  return `\nWorkbench at ${origin}\n\n${hints[kind]}\n\nOur policy: ${origin}/app/settings, approval code: ${demoSecrets.POLICY_EDIT_KEY}\n\nAs at HubSpot, search finds a change five seconds after it is made, and requests are limited; the developer panel switches both off.\n\nCtrl-C stops it; the account is kept in ${shown(folder)} (--reset starts over).\n`;
}

/** The same of another project than this app. */
export function projectWelcome({
  origin,
  filled: { name },
  folder,
  remarks,
}: Pick<ProjectWorkbench, 'origin' | 'filled' | 'folder' | 'remarks'>): string {
  const remarked = remarks.map((remark) => `\n${remark}\n`).join('');
  return `${remarked}\nWorkbench at ${origin}\n\n${name}, over an account that is empty at first. Create a record to see its cards.\nAs an administrator of the account: HUBSPOT_API_ORIGIN=${origin} HUBSPOT_ACCESS_TOKEN=pat-local-workbench\n\nCtrl-C stops it; built files and account are kept in ${shown(folder)} (--reset starts over with an empty account).\n`;
}

const shown = (folder: string) => relative(process.cwd(), folder) || folder;

function story([promotion = '', chain = '']: readonly string[]): string {
  return `Try first:
  1. ${promotion} (Christmas market promotion, 60,000, net 90)
     Cash abundant, terms a standard clause, urgency high, needed 21 days after the close date, new customer:
     payment on delivery, 21 days sooner, for 2 % off.
  2. ${chain} (Annual range, 120,000, net 90)
     Cash positive, terms a standard clause, no urgency, established customer, willing to forecast:
     payment 30 days in advance, with quarterly forecasts, for 9 % off.`;
}
