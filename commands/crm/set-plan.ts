import { ledgerObject, ledgerProperties } from '@deal-terms/core/crm';
import type { PropertyDefinition } from '@deal-terms/core/crm';
import { keyProperty, ledgerGroup } from './installed.ts';
import type { InstalledSet } from './installed.ts';
import { inBatches } from '../../serverless/ports/batches.ts';
import { count } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import { propertyDifference } from './property-difference.ts';
import { schemaScopes } from './scopes.ts';

/** What one set of properties still needs: its group, missing properties in batches, changed ones one by one. */
export function planSet(installed: InstalledSet): Plan {
  const {
    set: { objectType, singular, group, properties },
    archived,
  } = installed;
  const existing = new Map((installed.properties ?? []).map((property) => [property.name, property]));
  const scopes = [schemaScopes(objectType).write];
  const missing = properties.filter(({ name }) => !existing.has(name));
  const created = inBatches(missing).map((batch): Step => ({
    changes: batch.map((property) => ({
      change: 'create',
      what: `${singular} property`,
      name: property.name,
      detail: `${described(property)}${archived.includes(property.name) ? '; archived here before, its values come back' : ''}`,
    })),
    does: `created ${count(batch.length, `${singular} property`, `${singular} properties`)}${valuesComeBack(batch.map(({ name }) => name).filter((name) => archived.includes(name)))}`,
    scopes,
    apply: async ({ schema }) => {
      await schema.createProperties(objectType, group.name, batch);
      return 1;
    },
  }));
  const differences = properties.flatMap((property) => {
    const found = existing.get(property.name);
    if (found === undefined) return [];
    const where = `${capital(singular)} property ${property.name}`;
    return [
      {
        property,
        ...propertyDifference(
          where,
          group.name,
          property,
          found,
          (name, option) => installed.optionUse.get(name)?.get(option) ?? 0,
        ),
      },
    ];
  });
  const updated = differences
    .filter(({ changes }) => changes.length > 0)
    .map(({ property, changes }): Step => ({
      changes: [{ change: 'update', what: `${singular} property`, name: property.name, detail: changes.join('; ') }],
      does: `updated the ${singular} property ${property.name}: ${changes.join('; ')}`,
      scopes,
      apply: async ({ schema }) => {
        await schema.updateProperty(objectType, property);
        return 1;
      },
    }));
  return {
    steps: [...groupSteps(installed), ...created, ...updated],
    conflicts: differences.flatMap(({ conflicts }) => conflicts),
  };
}

/** What the ledger still needs. HubSpot names and labels the group of its properties. */
export function planLedger(installed: InstalledSet): Plan {
  const { set, properties } = installed;
  if (properties !== null) {
    const group = ledgerGroup(properties);
    if (group === null)
      return {
        steps: [],
        conflicts: [
          `There is a custom object ${ledgerObject.name} that is not the app’s: it has no property ${keyProperty}.`,
        ],
      };
    return planSet({ ...installed, set: { ...set, group }, group });
  }
  const create: Step = {
    changes: [
      {
        change: 'create',
        what: 'custom object',
        name: ledgerObject.name,
        detail: `${ledgerObject.labels.plural}: ${count(ledgerProperties.length, 'property', 'properties')}`,
      },
    ],
    does: `created the custom object ${ledgerObject.name}`,
    scopes: ['crm.schemas.custom.write'],
    apply: async ({ ledger }) => {
      await ledger.createLedger(ledgerProperties);
      return 1;
    },
  };
  return { steps: [create], conflicts: [] };
}

function groupSteps({ set: { objectType, singular, group }, group: found }: InstalledSet): Step[] {
  const scopes = [schemaScopes(objectType).write];
  if (found === null) {
    const apply: Step['apply'] = async ({ schema }) => {
      await schema.createGroup(objectType, group);
      return 1;
    };
    return [
      {
        changes: [{ change: 'create', what: `${singular} property group`, name: group.name, detail: group.label }],
        does: `created the ${singular} property group ${group.name}`,
        scopes,
        apply,
      },
    ];
  }
  if (found.label === group.label) return [];
  const detail = `label: “${found.label}” → “${group.label}”`;
  const apply: Step['apply'] = async ({ schema }) => {
    await schema.renameGroup(objectType, group);
    return 1;
  };
  return [
    {
      changes: [{ change: 'update', what: `${singular} property group`, name: group.name, detail }],
      does: `updated the ${singular} property group ${group.name}: ${detail}`,
      scopes,
      apply,
    },
  ];
}

/** A name that was archived is the same property to HubSpot, values and all. */
function valuesComeBack(names: readonly string[]): string {
  if (names.length === 0) return '';
  const which = names.length === 1 ? 'One was' : `${names.length} were`;
  const shown = 5;
  const named = `${names.slice(0, shown).join(', ')}${names.length > shown ? ` and ${names.length - shown} more` : ''}`;
  return `. ${which} archived here before (${named}): records show again the values they had then`;
}

function described(property: PropertyDefinition): string {
  const choices = property.type === 'enumeration' ? `, ${count(property.options.length, 'option', 'options')}` : '';
  return `${property.label} (${property.type}${choices})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
