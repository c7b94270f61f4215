import { useState } from 'react';

/** Which records of a list are chosen, over its pages. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Chooses or leaves out each of these. */
  readonly set: (ids: readonly string[], isChosen: boolean) => void;
  readonly clear: () => void;
};

/**
 * @param list - what is listed, in words of the address: a choice made in another list is forgotten
 */
export function useSelection(list: string): Selection {
  const [chosen, setChosen] = useState<{ readonly list: string; readonly ids: ReadonlySet<string> }>(nothing);
  const ids = chosen.list === list ? chosen.ids : nothing.ids;
  return {
    ids,
    set: (these, isChosen) => {
      const rest = [...ids].filter((id) => !these.includes(id));
      setChosen({ list, ids: new Set(isChosen ? [...rest, ...these] : rest) });
    },
    clear: () => setChosen(nothing),
  };
}

const nothing = { list: '', ids: new Set<string>() } as const;
