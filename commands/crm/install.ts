import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmError } from '../../serverless/ports/crm-error.ts';
import { createSchemaPort } from '../../serverless/ports/schema-port.ts';
import { pathFamily } from '../../serverless/ports/path-family.ts';
import type { PathFamily } from '../../serverless/ports/path-family.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import { planInstallation, readInstalled } from './installation-plan.ts';

/** Where and as whom the command works, and where it says what it did. */
export type InstallOptions = {
  readonly origin: string;
  readonly accessToken: string;
  readonly nowIso: string;
  readonly print: (line: string) => void;
  readonly family?: PathFamily;
};

/** Scopes of every step, for an account that refuses without naming one. */
const readScopes = ['crm.schemas.deals.read', 'crm.schemas.custom.read', 'crm.objects.custom.read'];
const budgetMs = 60_000;

/**
 * Creates in an account what the app needs and does not find there: property group, deal properties, ledger object, account entry.
 *
 * @param options - account and output
 * @returns whether everything is in place; the reason why not has been printed
 */
export async function installCrm(options: InstallOptions): Promise<boolean> {
  const transport = createTransport({ origin: options.origin, accessToken: options.accessToken, family: options.family ?? pathFamily, budgetMs, random: Math.random });
  const port = createSchemaPort(transport);
  let needed = readScopes;
  try {
    const installed = await readInstalled(port);
    const { portalId, timeZone, homeCurrency } = installed.details;
    options.print(`HubSpot account ${portalId} (${timeZone}, ${homeCurrency}) at ${options.origin}`);
    const plan = planInstallation(installed);
    for (const step of plan.steps) {
      needed = [step.scope];
      await step.apply(port, options.nowIso);
      options.print(`  ${step.does}`);
    }
    for (const warning of plan.warnings) options.print(`  ! ${warning}`);
    if (plan.steps.length === 0) options.print('Nothing to do: everything the app needs is there.');
    else options.print('Done. Running this again changes nothing.');
    return plan.warnings.length === 0;
  } catch (error) {
    if (!isCrmError(error)) throw error;
    options.print(explain(error, needed));
    return false;
  }
}

function explain(error: CrmError, needed: readonly string[]): string {
  const scopes = error.details.scopes.length > 0 ? error.details.scopes : needed;
  if (error.kind === 'forbidden') return `HubSpot refuses ${error.details.request}: the token lacks a scope. Needed: ${scopes.join(', ')}.`;
  if (error.kind === 'unauthorized') return 'HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, expired or of another account.';
  const reference = error.details.hubspotCorrelationId === null ? '' : ` HubSpot’s reference: ${error.details.hubspotCorrelationId}.`;
  return `${error.message}.${reference} What was created so far stays; run the command again to go on.`;
}
