import * as z from 'zod/mini';
import { parseJson } from '../crm/parse-json.ts';

/** An id as deals hold it: made from the first name a theme had, and never changed again. */
export const themeIdSchema = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/));

/** What the wishes of several customers have in common; management talks about themes. */
export const themeSchema = z.object({
  id: themeIdSchema,
  name: z.string(),
  /** Nobody chooses it any more; deals that have it keep it. */
  isRetired: z.boolean(),
});
export type Theme = z.infer<typeof themeSchema>;

/** The company's themes in the order people see them. Body of the ledger entry `themes/current`. */
export const themeListSchema = z.object({
  /** Counts the changes; 0 for the list every company begins with. */
  version: z.int().check(z.gte(0)),
  themes: z.array(themeSchema),
});
export type ThemeList = z.infer<typeof themeListSchema>;

/** Ids of the themes every company begins with. */
export const defaultThemeIds = [
  'promotion_dates',
  'seasonal_cash',
  'payment_runs',
  'late_payers',
  'credit_lines',
  'stock_outs',
  'storage',
  'late_deliveries',
  'openings',
  'budget_year',
  'purchasing_rules',
] as const;
export type DefaultThemeId = (typeof defaultThemeIds)[number];

const defaultNames: Record<DefaultThemeId, string> = {
  promotion_dates: 'Promotion dates',
  seasonal_cash: 'Seasonal cash',
  payment_runs: 'Payment runs',
  late_payers: 'Their customers pay late',
  credit_lines: 'Bank and credit lines',
  stock_outs: 'Stock-outs',
  storage: 'Storage',
  late_deliveries: 'Late deliveries',
  openings: 'Openings and launches',
  budget_year: 'Budgets and year-end',
  purchasing_rules: 'Purchasing rules',
};

/** The list of a company that has changed nothing. */
export const defaultThemeList: ThemeList = {
  version: 0,
  themes: defaultThemeIds.map((id) => ({ id, name: defaultNames[id], isRetired: false })),
};

/**
 * The list as the ledger has it. Never throws.
 *
 * @param body - of the entry `themes/current`; null where there is none
 * @returns the default list for what is missing or cannot be read
 */
export function readThemeList(body: string | null): ThemeList {
  return themeListSchema.safeParse(parseJson(body ?? '')).data ?? defaultThemeList;
}

/**
 * What a theme is called.
 *
 * @param themes - of the company
 * @param id - as it stands on a deal
 * @returns the id in words for a theme that is on no list
 */
export function themeName(themes: readonly Theme[], id: string): string {
  return themes.find((theme) => theme.id === id)?.name ?? id.replaceAll('_', ' ');
}
