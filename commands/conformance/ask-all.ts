import { accountApi } from './account-api.ts';
import type { AccountApi } from './account-api.ts';
import { questions } from './questions.ts';
import { setStage } from './stage.ts';

/** What an account said; in the order of the questions, null for one that could not be asked. */
export type Answers = {
  readonly answers: readonly (string | null)[];
  /** What could not be asked, and what could not be removed. */
  readonly troubles: readonly string[];
};

/**
 * Asks an account everything, with an object of its own that is removed at the end, whatever happens.
 *
 * @param origin - where the API answers
 * @param name - of the object; nothing of this name may be there
 * @throws {Error} the object cannot be made; nothing is left behind then
 */
export async function askAll(origin: string, token: string, name: string): Promise<Answers> {
  const api = accountApi(origin, token);
  const made: string[] = [];
  const troubles: string[] = [];
  const answers: (string | null)[] = [];
  try {
    const stage = await setStage(api, name, (path) => made.push(path));
    for (const { asks, answer } of questions) {
      try {
        answers.push(await answer(stage));
      } catch (error) {
        answers.push(null);
        troubles.push(`${asks} ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    troubles.push(...(await removeAll(api, made)));
  }
  return { answers, troubles };
}

/** The last one made first; what is gone already is no trouble. */
async function removeAll(api: AccountApi, made: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const path of made.toReversed()) {
    const { status, body } = await api('DELETE', path).catch((error: unknown) => ({
      status: 0,
      body: { message: error instanceof Error ? error.message : String(error) },
    }));
    if (status >= 300 && status !== 404)
      left.push(`Left behind, to be removed by hand: ${path} (${status} ${body.message ?? ''})`);
    if (status === 0) left.push(`Left behind, to be removed by hand: ${path} (${body.message ?? ''})`);
  }
  return left;
}
