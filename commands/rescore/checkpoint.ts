import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { totalsSchema } from '@deal-terms/core/crm';
import * as z from 'zod/mini';

/** How far a run got: every deal up to `lastId` is done. */
const progressSchema = z.object({
  lastId: z.string(),
  deals: z.int(),
  scored: z.int(),
  changed: z.int(),
  skipped: z.int(),
  failed: z.int(),
  apiCalls: z.int(),
  seconds: z.number(),
  /** What the deals done so far come to. */
  totals: z.omit(totalsSchema, { countedAt: true }),
});
export type RunProgress = z.infer<typeof progressSchema>;

/** What the scores written so far rest on: a run that goes on after one of them changed would call deals scored that are out of date. */
const basisSchema = z.object({ account: z.string(), policyVersion: z.int(), modelVersion: z.int() });
export type CheckpointBasis = z.infer<typeof basisSchema>;

const savedSchema = z.object({ basis: basisSchema, progress: progressSchema });

/** A checkpoint that was found: where to go on, or why to start over. */
export type FoundCheckpoint =
  | { readonly found: 'none' }
  | { readonly found: 'progress'; readonly progress: RunProgress }
  | { readonly found: 'stale' | 'damaged' };

/** Where a killed run is taken up again. One file for each origin, token and kind of run; `account` tells accounts behind one origin apart, by when their entry was made. */
export type Checkpoint = {
  readonly read: (basis: CheckpointBasis) => FoundCheckpoint;
  readonly save: (basis: CheckpointBasis, progress: RunProgress) => void;
  readonly done: () => void;
};

/**
 * @param folder - where checkpoints are kept
 * @param run - what tells runs apart; hashed, so that no token is written
 */
export function openCheckpoint(folder: string, run: readonly string[]): Checkpoint {
  const file = join(
    folder,
    `rescore-${createHash('sha256').update(JSON.stringify(run)).digest('hex').slice(0, 16)}.json`,
  );
  return {
    read: (basis) => {
      if (!existsSync(file)) return { found: 'none' };
      const saved = savedSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
      if (!saved.success) return { found: 'damaged' };
      if (saved.data.basis.account !== basis.account) return { found: 'none' };
      const isSame =
        saved.data.basis.policyVersion === basis.policyVersion && saved.data.basis.modelVersion === basis.modelVersion;
      return isSame ? { found: 'progress', progress: saved.data.progress } : { found: 'stale' };
    },
    save: (basis, progress) => {
      mkdirSync(dirname(file), { recursive: true });
      // Renaming is atomic: a kill leaves the old checkpoint or the new one, never half of one.
      writeFileSync(`${file}.new`, JSON.stringify({ basis, progress }));
      renameSync(`${file}.new`, file);
    },
    done: () => rmSync(file, { force: true }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
