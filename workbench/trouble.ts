import * as z from 'zod/mini';
import { behaviourSchema, enterpriseLimits, faultKinds, faultRuleSchema } from './emulator/index.ts';
import type { Emulator } from './emulator/index.ts';
import type { TroubleRequest } from './protocol.ts';
import type { ShownAccount } from './server/shown-account.ts';

const longestLagMs = 600_000;

/** What every app has to put up with at HubSpot: an Enterprise account's limits, and a search that sees a change some seconds late. */
export const hubspotTrouble: TroubleRequest = { faults: [], limitsRates: true, searchLagMs: 5_000 };

/** Faults, limits and lag of the emulator as the developer panel knows them. */
export function troubleOf(emulator: Emulator): ShownAccount['trouble'] {
  return {
    read: () => ({
      kinds: [...faultKinds],
      faults: emulator.faults.list().map((fault) => ({ ...fault })),
      limitsRates: emulator.limitsRates(),
      searchLagMs: emulator.searchLagMs(),
    }),
    set: ({ faults, limitsRates, searchLagMs }) => {
      const rules = z.array(faultRuleSchema).safeParse(faults);
      if (!rules.success) return { message: z.prettifyError(rules.error) };
      if (!Number.isInteger(searchLagMs) || searchLagMs < 0 || searchLagMs > longestLagMs)
        return { message: `searchLagMs needs a whole number up to ${longestLagMs}, got ${searchLagMs}.` };
      emulator.faults.clear();
      for (const rule of rules.data) emulator.faults.inject(rule);
      emulator.limitRates(limitsRates ? enterpriseLimits : null);
      emulator.lagSearch(searchLagMs);
      return null;
    },
  };
}

/** How the account behaves, to be set from outside; what is left out stays. */
export function behaviourOf({ behaviour }: Emulator): ShownAccount['behaviour'] {
  return {
    read: behaviour.read,
    set: (changes) => {
      const parsed = z.partial(behaviourSchema).safeParse(changes);
      if (!parsed.success) return { message: z.prettifyError(parsed.error) };
      const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
      behaviour.set(Object.fromEntries(given));
      return null;
    },
  };
}
