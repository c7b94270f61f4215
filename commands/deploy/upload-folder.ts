import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Why HubSpot's CLI cannot upload from a folder: it fails in a git worktree, whose `.git` is a file (docs/hubspot.md section 2).
 *
 * @returns null when nothing speaks against it
 */
export function whyNotUploadFrom(folder: string): string | null {
  for (let here = folder; ; here = dirname(here)) {
    const git = statSync(join(here, '.git'), { throwIfNoEntry: false });
    if (git?.isFile() === true)
      return `${here} is a git worktree, and from there HubSpot’s upload fails: use a clone of its own`;
    if (git !== undefined || here === dirname(here)) return null;
  }
}
