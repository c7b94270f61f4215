import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmError } from '../../serverless/ports/crm-error.ts';
import type { Connection } from './connection.ts';
import type { Ports } from './plan.ts';
import type { RemovalStep } from './removal-plan.ts';

/** What came of a removal. */
type Taken = { readonly writes: number; readonly stays: number };

/**
 * Takes the steps of a removal. What HubSpot refuses because it is in use stays and is told, with what uses it; the rest goes on.
 *
 * @returns writes it took, and how many things stay
 * @throws {CrmError} any other failure; what was done stays done
 */
export async function takeWhatGoes(
  ports: Ports,
  steps: readonly RemovalStep[],
  { nowIso, print }: Connection,
): Promise<Taken> {
  let [writes, stays] = [0, 0];
  /** What keeps it, or null when it is gone. */
  const refusal = async (step: RemovalStep): Promise<CrmError | null> => {
    try {
      writes += await step.apply(ports, nowIso);
      return null;
    } catch (error) {
      if (isCrmError(error) && isRefusedAsInUse(error)) return error;
      throw error;
    }
  };
  const tellStays = (step: RemovalStep, why: string) => {
    stays += 1;
    print(`  ! ${step.subject} stays: ${why}`);
  };
  for (const step of steps) {
    if (step.last === true && stays > 0) {
      tellStays(step, 'until the rest is gone, for by it another run finds what is the app’s.');
      continue;
    }
    const refused = await refusal(step);
    if (refused === null) print(`  ${step.does}`);
    else if (step.oneByOne === undefined) tellStays(step, usesText(refused, step));
    else {
      let gone = 0;
      for (const one of step.oneByOne) {
        const reason = await refusal(one);
        if (reason === null) gone += 1;
        else tellStays(one, usesText(reason, one));
      }
      print(`  ${step.does}, one by one: ${gone} of ${step.oneByOne.length}`);
    }
  }
  return { writes, stays };
}

/** HubSpot says so with a 400, whatever is used by what (docs/hubspot.md section 7). */
function isRefusedAsInUse({ kind, details }: CrmError): boolean {
  return kind === 'validation' && details.status === 400;
}

/** By whom, and for which records. */
function usesText(
  { details: { usedBy, records, hubspotCorrelationId } }: CrmError,
  { refusalMeans }: RemovalStep,
): string {
  const shown = 10;
  if (usedBy.length > 0)
    return `it is used by ${usedBy.map(({ type, name }) => `${typeText(type)} “${name}”`).join(', ')}. Take it out there.`;
  if (records.length > 0)
    return `these records are in it: ${records.slice(0, shown).join(', ')}${records.length > shown ? ` and ${records.length - shown} more` : ''}. Move or delete them.`;
  if (refusalMeans !== undefined) return refusalMeans;
  const reference = hubspotCorrelationId === null ? '' : ` (HubSpot’s reference: ${hubspotCorrelationId})`;
  return `HubSpot refuses, since something still uses it or is in it${reference}.`;
}

/** `WORKFLOW` → `workflow`. */
function typeText(type: string): string {
  return type === '' ? 'something called' : type.toLowerCase().replaceAll('_', ' ');
}
