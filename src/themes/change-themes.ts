import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { oneLine } from './one-line.ts';
import { themeIdSchema } from './theme.ts';
import type { Theme, ThemeList } from './theme.ts';

const longestName = 60;
const mostThemes = 40;

/** One change to the list of themes. */
export const themeChangeSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add'), name: z.string() }),
  z.strictObject({ action: z.literal('rename'), id: themeIdSchema, name: z.string() }),
  z.strictObject({ action: z.literal('retire'), id: themeIdSchema }),
  z.strictObject({ action: z.literal('restore'), id: themeIdSchema }),
]);
export type ThemeChange = z.infer<typeof themeChangeSchema>;

export type ChangedThemes =
  { readonly ok: true; readonly list: ThemeList } | { readonly ok: false; readonly message: string };

/**
 * The next version of the list.
 *
 * @param list - as it is
 * @param change - a name is put on one line
 * @returns what is wrong with a name, or with an id that is on no list, as one sentence
 */
export function changeThemes({ version, themes }: ThemeList, change: ThemeChange): ChangedThemes {
  const next = (changed: readonly Theme[]): ChangedThemes => ({
    ok: true,
    list: { version: version + 1, themes: [...changed] },
  });
  if (change.action === 'add') {
    const name = oneLine(change.name);
    const fault = nameFault(name, themes);
    if (fault !== null) return { ok: false, message: fault };
    if (themes.length >= mostThemes)
      return { ok: false, message: `There are ${mostThemes} themes already. Rename one instead of adding another.` };
    return next([...themes, { id: idFor(name, themes), name, isRetired: false }]);
  }
  const theme = themes.find(({ id }) => id === change.id);
  if (theme === undefined) return { ok: false, message: 'This theme is not on the list any more.' };
  const replaced = (changed: Partial<Theme>) =>
    next(themes.map((one) => (one === theme ? { ...one, ...changed } : one)));
  if (change.action !== 'rename') return replaced({ isRetired: change.action === 'retire' });
  const name = oneLine(change.name);
  const fault = nameFault(
    name,
    themes.filter((one) => one !== theme),
  );
  return fault === null ? replaced({ name }) : { ok: false, message: fault };
}

function nameFault(name: string, others: readonly Theme[]): string | null {
  if (folded(name) === '') return 'Enter a name for the theme, such as Trade fairs.';
  if (name.length > longestName) return `Enter a name of at most ${longestName} characters, not ${name.length}.`;
  const twin = others.find((other) => folded(other.name) === folded(name));
  return twin === undefined
    ? null
    : `There is a theme ${twin.name} already${twin.isRetired ? ', retired: take it back instead' : ''}.`;
}

/** Made of the letters of the name, so that the deal's property can be read; unique. */
function idFor(name: string, themes: readonly Theme[]): string {
  const plain = folded(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 34);
  const base = plain === '' ? 'theme' : plain;
  const isTaken = (id: string) => themes.some((theme) => theme.id === id);
  let id = base;
  for (let number = 2; isTaken(id); number += 1) id = `${base}_${number}`;
  return id;
}
