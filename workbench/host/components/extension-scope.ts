import { createContext, useContext } from 'react';
import type { PageTarget } from '../../remote/worker-contract.ts';
import type { CrmApi } from '../api/crm-api.ts';
import type { FormatScope } from '../api/format-value.ts';
import type { RecordStore } from '../api/record-store.ts';
import type { Vocabulary } from '../api/vocabulary.ts';
import type { Overlays } from './overlays-store.ts';

/** The CRM as the viewer sees it. */
export type CrmScope = {
  readonly api: CrmApi;
  readonly vocabularyOf: (type: string) => Promise<Vocabulary>;
  readonly formats: Omit<FormatScope, 'vocabulary'>;
  /** The record of the page; null on pages of the app. */
  readonly record: RecordStore | null;
};

/** What components of one extension share while they are drawn. */
export type ExtensionScope = {
  readonly overlays: Overlays;
  readonly crm: CrmScope;
  /** BCP 47 tag of the viewer. */
  readonly locale: string;
  readonly portalTimeZone: string;
  /** Address of a page of the app in the workbench. */
  readonly pageHref: (target: PageTarget) => string;
  readonly recordHref: (objectTypeId: string, objectId: number | string) => string;
  /** Goes to an address of the workbench without loading the page anew. */
  readonly navigate: (href: string) => void;
};

const Scope = createContext<ExtensionScope | null>(null);

export const ExtensionScopeProvider = Scope.Provider;

export function useExtensionScope(): ExtensionScope {
  const scope = useContext(Scope);
  if (scope === null) throw new Error('A remote component is drawn outside an extension frame.');
  return scope;
}

/** Level of an extension's headings: a card has a title of its own below the record's, on a page they come right below the page's. */
export function useHeadingOrder(): 2 | 3 {
  return useExtensionScope().crm.record === null ? 2 : 3;
}
