import * as z from 'zod/mini';
import { themeChangeSchema } from '../themes/change-themes.ts';
import { themeListSchema } from '../themes/theme.ts';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `save-themes`: makes one change to the company's list of themes. It grants nothing; deals are not touched. */
export const saveThemesUid = 'save_themes';
export const saveThemesRequestSchema = z.strictObject({
  /** Version of the list the page knew. If there is a later one by now the reply is `conflict`, and nothing is changed. */
  basedOn: z.int().check(z.gte(0)),
  change: themeChangeSchema,
  by: actorSchema,
});
export type SaveThemesRequest = z.infer<typeof saveThemesRequestSchema>;

export const saveThemesReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), list: themeListSchema }),
  failureSchema,
]);
export type SaveThemesReply = z.infer<typeof saveThemesReplySchema>;
