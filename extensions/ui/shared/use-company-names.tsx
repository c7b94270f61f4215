import { useState } from 'react';
import type { ReactNode } from 'react';
import { companiesAtOnce, CompanyNames } from './CompanyNames.tsx';

/**
 * Names of companies as they become known, a hundred at a time.
 *
 * @param ids - those that are shown; "" is none
 * @returns names by id, and what has to be drawn for them to be read
 */
export function useCompanyNames(ids: readonly string[]): {
  readonly names: ReadonlyMap<string, string>;
  readonly reading: ReactNode;
} {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const unknown = [...new Set(ids)].filter((id) => id !== '' && !names.has(id)).slice(0, companiesAtOnce);
  const reading =
    unknown.length === 0 ? null : (
      <CompanyNames
        key={unknown.join()}
        ids={unknown}
        onRead={(read) => {
          setNames(new Map([...names, ...read]));
        }}
      />
    );
  return { names, reading };
}
