import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmError } from '../../serverless/ports/crm-error.ts';
import { connectLedger } from '../../serverless/ports/ledger-port.ts';
import { createLedgerSetupPort } from '../../serverless/ports/ledger-setup-port.ts';
import { createLimitsPort } from '../../serverless/ports/limits-port.ts';
import { pathFamily } from '../../serverless/ports/path-family.ts';
import type { PathFamily } from '../../serverless/ports/path-family.ts';
import { propertyLabels } from '../../serverless/ports/property-labels.ts';
import { createSchemaPort } from '../../serverless/ports/schema-port.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import type { Transport } from '../../serverless/ports/transport.ts';
import { objectTypeOf } from '../../serverless/runtime/reply.ts';
import type { Plan, Ports } from './plan.ts';
import { planTable } from './plan-table.ts';
import { requiredPropertiesText } from './required-properties.ts';
import { keyPurposes, missingScopesText, readingScopes, scopesFor } from './scopes.ts';

/** Where and as whom a command works, and where it says what it did. */
export type Connection = {
  readonly origin: string;
  readonly accessToken: string;
  readonly nowIso: string;
  readonly print: (line: string) => void;
  readonly family?: PathFamily;
};

/** The command cannot go on; nothing that it had to do was begun. The message says why and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Definitions are slow to write, and a POST cut short cannot be sent again. */
const [budgetMs, longestTryMs] = [120_000, 30_000];

function transportOf({ origin, accessToken, family = pathFamily }: Connection): Transport {
  return createTransport({ origin, accessToken, family, budgetMs, longestTryMs, random: Math.random });
}

export function connect(connection: Connection): Ports {
  const transport = transportOf(connection);
  return {
    schema: createSchemaPort(transport, connection.accessToken),
    // The account entry grants nothing, so it carries no seal.
    ledger: { ...createLedgerSetupPort(transport), ...connectLedger(transport, null) },
    limits: createLimitsPort(transport),
  };
}

/**
 * Scopes of the token, checked for those every command reads with. A key that lacks one of them is told all it lacks for its purpose at once.
 *
 * @returns null when HubSpot does not tell
 * @throws {Refusal}
 * @throws {CrmError}
 */
export async function scopesOf({ schema }: Ports): Promise<ReadonlySet<string> | null> {
  const scopes = await schema.tokenScopes();
  if (scopes === null) return null;
  const held = new Set(scopes);
  if (!readingScopes.every((scope) => held.has(scope))) requireScopes(held, keyPurposes.installation.scopes);
  return held;
}

/** @throws {Refusal} naming all that are missing */
export function requireScopes(held: ReadonlySet<string> | null, needed: readonly string[]): void {
  const missing = held === null ? [] : needed.filter((scope) => !held.has(scope));
  if (missing.length > 0) throw new Refusal(missingScopesText(missing));
}

/** Prints what would be done. */
export function printPlan({ steps }: Plan, print: Connection['print']): void {
  for (const line of planTable(steps.flatMap(({ changes }) => changes))) print(line);
}

/**
 * Takes the steps, printing each.
 *
 * @returns writes it took
 * @throws {CrmError} what was done stays
 */
export async function takeSteps(ports: Ports, { steps }: Plan, { nowIso, print }: Connection): Promise<number> {
  let writes = 0;
  for (const { apply, does } of steps) {
    writes += await apply(ports, nowIso);
    print(`  ${does}`);
  }
  return writes;
}

/**
 * Runs a command's work and puts what goes wrong into words.
 *
 * @returns whether it ended well
 */
export async function explaining(connection: Connection, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) && !isCrmError(error)) throw error;
    connection.print(
      error instanceof Refusal ? `${error.message} Nothing was changed.` : await explained(error, connection),
    );
    return false;
  }
}

async function explained(error: CrmError, connection: Connection): Promise<string> {
  const { request, scopes, properties, required, hubspotCorrelationId } = error.details;
  if (error.kind === 'unauthorized')
    return 'HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, rotated, expired or of another account.';
  if (error.kind === 'forbidden') return `HubSpot refuses ${request}. ${forbidden(request, scopes)}`;
  const goOn = 'What was done so far stays; run the command again to go on.';
  if (required.length > 0) {
    const labels = await propertyLabels(transportOf(connection), objectTypeOf(request), required);
    return `${requiredPropertiesText(labels, request)} ${goOn}`;
  }
  const reference = hubspotCorrelationId === null ? '' : ` HubSpot’s reference: ${hubspotCorrelationId}.`;
  const named = properties.length === 0 ? '' : ` It names ${properties.join(', ')}.`;
  return `${error.message}.${named}${reference} ${goOn}`;
}

/** HubSpot names a missing scope, but not when a key may write what it may not read. */
function forbidden(request: string, named: readonly string[]): string {
  if (named.length > 0) return missingScopesText(named);
  const needed = [...new Set(scopesFor(request))];
  const scopes = needed.length === 0 ? 'a scope' : `one of these scopes: ${needed.join(', ')}`;
  return `The key lacks ${scopes}; or the account’s subscription does not have this.`;
}
