export { changeThemes, themeChangeSchema } from './change-themes.ts';
export type { ChangedThemes, ThemeChange } from './change-themes.ts';
export { folded } from './folded.ts';
export { themeKeywords, themeLanguages } from './keywords.ts';
export type { ThemeLanguage } from './keywords.ts';
export { oneLine } from './one-line.ts';
export { proposedThemes } from './propose-themes.ts';
export {
  defaultThemeIds,
  defaultThemeList,
  readThemeList,
  themeIdSchema,
  themeListSchema,
  themeName,
  themeSchema,
} from './theme.ts';
export type { DefaultThemeId, Theme, ThemeList } from './theme.ts';
