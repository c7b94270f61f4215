import { useCallback, useEffect, useState } from 'react';
import { troubleSchema } from '../../protocol.ts';
import type { Trouble, TroubleRequest } from '../../protocol.ts';

const address = '/workbench/api/trouble';

/** What apps put up with now, null until the server has said; how often a fault has happened is as of the last answer. */
export function useTrouble(isShown: boolean): {
  readonly trouble: Trouble | null;
  readonly problem: string | null;
  readonly set: (change: Partial<TroubleRequest>) => void;
} {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = useCallback(async (init?: RequestInit) => {
    try {
      const response = await fetch(address, init);
      const body: unknown = await response.json();
      if (response.ok) setTrouble(troubleSchema.parse(body));
      setProblem(response.ok ? null : String((body as { readonly message?: unknown }).message));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => {
    if (isShown) void ask();
  }, [isShown, ask]);
  const set = (change: Partial<TroubleRequest>) => {
    if (trouble === null) return;
    const { faults, limitsRates, searchLagMs } = trouble;
    const body = JSON.stringify({ faults, limitsRates, searchLagMs, ...change });
    void ask({ method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  };
  return { trouble, problem, set };
}
