import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { msPerPage } from '../shared/use-crm-pages.ts';

/** Table, push list and totals search first: all share five searches a second with everybody in the account. */
export const firstPauseMs = 4 * msPerPage;

/** Draws something after a pause, so that searches made one after the other stay apart. */
export function After({ ms, children }: { readonly ms: number; readonly children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    let isDropped = false;
    setTimeout(() => {
      if (!isDropped) setDue(true);
    }, ms);
    return () => {
      isDropped = true;
    };
  }, [ms]);
  return isDue ? children : null;
}
