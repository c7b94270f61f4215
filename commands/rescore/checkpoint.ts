import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';

/** How far a run got: every deal up to `lastId` is done. */
const progressSchema = z.object({ lastId: z.string(), deals: z.int(), scored: z.int(), changed: z.int(), skipped: z.int(), failed: z.int(), apiCalls: z.int(), seconds: z.number() });
export type RunProgress = z.infer<typeof progressSchema>;

/** Where a killed run is taken up again. One file for each account, app token and kind of run. */
export type Checkpoint = { readonly read: () => RunProgress | null; readonly save: (progress: RunProgress) => void; readonly done: () => void };

/**
 * @param folder - where checkpoints are kept
 * @param run - what tells runs apart; hashed, so that no token is written
 */
export function openCheckpoint(folder: string, run: readonly string[]): Checkpoint {
  const file = join(folder, `rescore-${createHash('sha256').update(JSON.stringify(run)).digest('hex').slice(0, 16)}.json`);
  return {
    read: () => {
      if (!existsSync(file)) return null;
      const parsed = progressSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      return parsed.success ? parsed.data : null;
    },
    save: (progress) => {
      mkdirSync(dirname(file), { recursive: true });
      // Renaming is atomic: a kill leaves the old checkpoint or the new one, never half of one.
      writeFileSync(`${file}.new`, JSON.stringify(progress));
      renameSync(`${file}.new`, file);
    },
    done: () => rmSync(file, { force: true }),
  };
}
