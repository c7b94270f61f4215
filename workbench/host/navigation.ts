import { useSyncExternalStore } from 'react';

/** The page's own address, and going to another one of it. The whole router of the workbench. */

const listeners = new Set<() => void>();

function tellAll(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Path and query of the address; renders again when they change. */
export function useAddress(): { readonly path: string; readonly query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
  const url = new URL(address, window.location.origin);
  return { path: url.pathname, query: url.searchParams };
}

/** Goes to an address of this origin and shows its top; another origin is loaded as usual. */
export function navigate(href: string): void {
  const url = new URL(href, window.location.href);
  if (url.origin !== window.location.origin) {
    window.location.assign(url);
    return;
  }
  window.history.pushState(null, '', url);
  tellAll();
  window.scrollTo(0, 0);
}

/** Changes the query of the present address without a new entry in the history: what a filter shows, Back should not step through key by key. */
export function replaceQuery(query: URLSearchParams): void {
  const text = query.toString();
  window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`);
  tellAll();
}
