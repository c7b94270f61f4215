import { parseArgs } from 'node:util';

export type CrmArguments = {
  readonly dryRun: boolean;
  readonly remove: boolean;
  readonly yes: boolean;
  readonly help: boolean;
};

export const crmUsage = `Usage: HUBSPOT_ACCESS_TOKEN=… npm run crm:install [-- --dry-run | --remove [--dry-run | --yes]]

  --dry-run   list what would be done, and do nothing
  --remove    list what is the app's and, once confirmed, archive or delete it
  --yes       confirm --remove without being asked; needed away from a terminal

HUBSPOT_API_ORIGIN names another address than https://api.hubapi.com, such as a workbench.`;

/**
 * What was typed after `npm run crm:install --`.
 *
 * @throws {TypeError} an option there is not, or two that exclude each other
 */
export function readCrmOptions(args: readonly string[]): CrmArguments {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { 'dry-run': dryRun, remove, yes, help } = parseArgs({ args: [...args], options }).values;
  if (yes && !remove) throw new TypeError('--yes goes with --remove: installing asks nothing.');
  if (yes && dryRun) throw new TypeError('--dry-run and --yes exclude each other.');
  return { dryRun, remove, yes, help };
}
