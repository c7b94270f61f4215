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

const savedSchema = z.object({ account: z.string(), progress: progressSchema });

/** Where a killed run is taken up again. One file for each origin, token and kind of run; `account` tells accounts behind one origin apart. */
export type Checkpoint = {
  readonly read: (account: string) => RunProgress | null;
  readonly save: (account: string, progress: RunProgress) => void;
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
    read: (account) => {
      if (!existsSync(file)) return null;
      const saved = savedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      return saved.success && saved.data.account === account ? saved.data.progress : null;
    },
    save: (account, progress) => {
      mkdirSync(dirname(file), { recursive: true });
      // Renaming is atomic: a kill leaves the old checkpoint or the new one, never half of one.
      writeFileSync(`${file}.new`, JSON.stringify({ account, progress }));
      renameSync(`${file}.new`, file);
    },
    done: () => rmSync(file, { force: true }),
  };
}
