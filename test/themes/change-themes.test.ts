import { describe, expect, it } from 'vitest';
import { changeThemes, defaultThemeList, readThemeList, themeName } from '@deal-terms/core/themes';
import type { ThemeChange, ThemeList } from '@deal-terms/core/themes';

const list: ThemeList = {
  version: 4,
  themes: [
    { id: 'storage', name: 'Storage', isRetired: false },
    { id: 'fairs', name: 'Trade fairs', isRetired: true },
  ],
};

describe('the company’s themes', () => {
  it.each<[ThemeChange, ThemeList['themes']]>([
    [
      { action: 'add', name: '  Zölle &\nZertifikate ' },
      [...list.themes, { id: 'zolle_zertifikate', name: 'Zölle & Zertifikate', isRetired: false }],
    ],
    [{ action: 'add', name: 'fairs' }, [...list.themes, { id: 'fairs_2', name: 'fairs', isRetired: false }]],
    [{ action: 'add', name: '見本市' }, [...list.themes, { id: 'theme', name: '見本市', isRetired: false }]],
    [
      { action: 'rename', id: 'storage', name: 'Shelf space' },
      [{ id: 'storage', name: 'Shelf space', isRetired: false }, list.themes[1]!],
    ],
    [
      { action: 'rename', id: 'storage', name: 'STORAGE' },
      [{ id: 'storage', name: 'STORAGE', isRetired: false }, list.themes[1]!],
    ],
    [{ action: 'retire', id: 'storage' }, [{ id: 'storage', name: 'Storage', isRetired: true }, list.themes[1]!]],
    [{ action: 'restore', id: 'fairs' }, [list.themes[0]!, { id: 'fairs', name: 'Trade fairs', isRetired: false }]],
  ])('after %j', (change, themes) => {
    expect(changeThemes(list, change)).toEqual({ ok: true, list: { version: 5, themes } });
  });

  it.each<[ThemeChange, string]>([
    [{ action: 'add', name: ' … ' }, 'Enter a name for the theme, such as Trade fairs.'],
    [{ action: 'add', name: 'x'.repeat(61) }, 'Enter a name of at most 60 characters, not 61.'],
    [{ action: 'add', name: 'stórage' }, 'There is a theme Storage already.'],
    [
      { action: 'rename', id: 'storage', name: 'trade-fairs' },
      'There is a theme Trade fairs already, retired: take it back instead.',
    ],
    [{ action: 'retire', id: 'gone' }, 'This theme is not on the list any more.'],
  ])('refuses %j', (change, message) => {
    expect(changeThemes(list, change)).toEqual({ ok: false, message });
  });

  it('are at most forty', () => {
    const full = {
      version: 1,
      themes: Array.from({ length: 40 }, (_, index) => ({
        id: `t_${index}`,
        name: `Theme ${index}`,
        isRetired: false,
      })),
    };
    expect(changeThemes(full, { action: 'add', name: 'One more' })).toEqual({
      ok: false,
      message: 'There are 40 themes already. Rename one instead of adding another.',
    });
  });

  it.each([[null], [''], ['{"version":"x"}']])('are the built-in ones where %j stands', (body) => {
    expect(readThemeList(body)).toEqual(defaultThemeList);
  });

  it('are called by their names, one that is on no list by its id', () => {
    expect([themeName(list.themes, 'fairs'), themeName(list.themes, 'shelf_space')]).toEqual([
      'Trade fairs',
      'shelf space',
    ]);
  });
});
