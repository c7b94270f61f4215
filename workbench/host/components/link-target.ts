import type { HrefProp } from '@hubspot/ui-extensions';

const followed = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Where a link leads. Pages of the account open in place, any other address in a new tab unless told otherwise, as in HubSpot.
 * An address of a kind that is not followed (a script, say) becomes the current page.
 */
export function linkTarget(href: HrefProp): { readonly url: string; readonly isExternal: boolean } {
  const { url, external } = typeof href === 'string' ? { url: href, external: undefined } : href;
  const full = URL.canParse(url, window.location.href) ? new URL(url, window.location.href) : null;
  if (full === null || !followed.has(full.protocol)) return { url: '#', isExternal: false };
  return { url, isExternal: external ?? full.origin !== window.location.origin };
}
