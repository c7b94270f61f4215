import { accountSchema, dealProperties, ledgerObject, ledgerProperties, termsGroup } from '@deal-terms/core/crm';
import type { Account, PropertyDefinition } from '@deal-terms/core/crm';
import type { AccountDetails, ExistingProperty, SchemaPort } from '../../serverless/ports/schema-port.ts';

/** What an account has of the app. */
export type Installed = {
  readonly details: AccountDetails;
  readonly hasGroup: boolean;
  readonly dealProperties: readonly ExistingProperty[];
  /** Null when the ledger object does not exist. */
  readonly ledgerProperties: readonly ExistingProperty[] | null;
  readonly accountEntry: { readonly id: string; readonly body: string | null } | null;
};

/** One thing to do, in words for the summary, and the scope it needs. */
export type Step = { readonly does: string; readonly scope: string; readonly apply: (port: SchemaPort, writtenAt: string) => Promise<void> };

/** Steps in the order they must be taken, and what is there but not as the app defines it. */
export type Plan = { readonly steps: readonly Step[]; readonly warnings: readonly string[] };

/** HubSpot takes a hundred definitions at once. */
const batchLimit = 100;

/**
 * Reads what is there.
 *
 * @throws {CrmError}
 */
export async function readInstalled(port: SchemaPort): Promise<Installed> {
  const [details, hasGroup, existing, ledger] = await Promise.all([port.accountDetails(), port.dealGroupExists(termsGroup.name), port.dealProperties(), port.ledgerProperties()]);
  const accountEntry = ledger === null ? null : await port.accountEntry();
  return { details, hasGroup, dealProperties: existing, ledgerProperties: ledger, accountEntry };
}

/**
 * What is missing. Nothing that exists is changed, except the account's own facts, which follow the account.
 *
 * @param installed - what is there
 */
export function planInstallation(installed: Installed): Plan {
  const missing = without(dealProperties, installed.dealProperties);
  const steps: Step[] = [];
  if (!installed.hasGroup) steps.push({ does: `created the deal property group ${termsGroup.name}`, scope: 'crm.schemas.deals.write', apply: (port) => port.createDealGroup(termsGroup) });
  for (let start = 0; start < missing.length; start += batchLimit) {
    const batch = missing.slice(start, start + batchLimit);
    steps.push({ does: `created ${count(batch.length, 'deal property', 'deal properties')}`, scope: 'crm.schemas.deals.write', apply: (port) => port.createDealProperties(termsGroup.name, batch) });
  }
  steps.push(...ledgerSteps(installed), ...accountSteps(installed));
  const warnings = [...mismatches('Deal property', dealProperties, installed.dealProperties), ...mismatches('Ledger property', ledgerProperties, installed.ledgerProperties ?? [])];
  return { steps, warnings };
}

function ledgerSteps({ ledgerProperties: existing }: Installed): Step[] {
  const scope = 'crm.schemas.custom.write';
  if (existing === null) return [{ does: `created the custom object ${ledgerObject.name}`, scope, apply: (port) => port.createLedger(ledgerProperties) }];
  return without(ledgerProperties, existing).map((property) => ({ does: `created the ledger property ${property.name}`, scope, apply: (port) => port.createLedgerProperty(property) }));
}

function accountSteps({ details, accountEntry }: Installed): Step[] {
  const scope = 'crm.objects.custom.write';
  const facts: Account = details;
  const body = JSON.stringify(facts);
  if (accountEntry === null) return [{ does: 'wrote the account entry', scope, apply: (port, writtenAt) => port.createAccountEntry(body, writtenAt) }];
  if (sameFacts(accountEntry.body, facts)) return [];
  return [{ does: 'brought the account entry up to date', scope, apply: (port, writtenAt) => port.updateAccountEntry(accountEntry.id, body, writtenAt) }];
}

function sameFacts(body: string | null, facts: Account): boolean {
  try {
    const stored = accountSchema.safeParse(JSON.parse(body ?? 'null'));
    return stored.success && stored.data.portalId === facts.portalId && stored.data.timeZone === facts.timeZone && stored.data.homeCurrency === facts.homeCurrency;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function without(wanted: readonly PropertyDefinition[], existing: readonly ExistingProperty[]): PropertyDefinition[] {
  const names = new Set(existing.map(({ name }) => name));
  return wanted.filter(({ name }) => !names.has(name));
}

function mismatches(what: string, wanted: readonly PropertyDefinition[], existing: readonly ExistingProperty[]): string[] {
  const typeOf = new Map(existing.map(({ name, type }) => [name, type]));
  return wanted.flatMap(({ name, type }) => {
    const found = typeOf.get(name);
    return found === undefined || found === type ? [] : [`${what} ${name} is of type ${found}, the app needs ${type}. It was left as it is.`];
  });
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
