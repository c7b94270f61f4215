import * as z from 'zod/mini';
import { oneLineName } from './one-line-name.ts';
import { expediteRequestSchema } from '../crm/expedite-request.ts';

/** Whoever acts, as the card reports it: HubSpot attests nobody. */
export const actorSchema = z.string().check(z.overwrite(oneLineName), z.minLength(1), z.maxLength(80));

/** Revision the card saw: somebody who acted since is not overwritten. */
export const revisionSchema = z.int().check(z.gte(0));

/** How full weeks are, this one first. */
export const weeksSchema = z.array(z.object({ week: z.string(), used: z.int(), slots: z.int() }));

/** A request and where it stands now. */
export const standingSchema = z.object({
  /** Null for a deal without one. */
  request: z.nullable(expediteRequestSchema),
  state: z.enum(['none', 'requested', 'held', 'countered', 'approved', 'shipped', 'declined', 'expired', 'withdrawn']),
  weeks: weeksSchema,
});
