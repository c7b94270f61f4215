import { createContext, useContext } from 'react';

/** A record by its type, as metadata and HubSpot spell it, and its id. */
export type PreviewTarget = { readonly objectType: string; readonly id: string };

const Scope = createContext<(target: PreviewTarget) => void>(() => undefined);

export const PreviewScopeProvider = Scope.Provider;

/** Opens a record beside the page. */
export function usePreview(): (target: PreviewTarget) => void {
  return useContext(Scope);
}
