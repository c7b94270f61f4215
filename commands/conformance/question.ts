import type { Answer } from './account-api.ts';
import type { Stage } from './stage.ts';

/** Something only an account can say; the answer is a sentence that is the same for the same behaviour. */
export type Question = { readonly asks: string; readonly answer: (stage: Stage) => Promise<string> };

/** A refusal in words that do not change from one run to the next; `good` for what is no refusal. */
export function refusalOr({ status, body }: Answer, good: string): string {
  return status < 300
    ? good
    : [`refused with ${status}`, body.category, body.subCategory].filter((part) => part !== undefined).join(' ');
}
