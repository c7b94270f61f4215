import type { FunctionCall } from '../protocol.ts';

export type ApiCall = FunctionCall['apiCalls'][number];

/** Tells which function call a request to the CRM API belongs to: each call has an access token of its own. */
export type ApiJournal = {
  readonly open: (token: string) => void;
  readonly note: (token: string, call: ApiCall) => void;
  /** What was noted since `open`, in order; later requests with the token are not a call's any more. */
  readonly close: (token: string) => readonly ApiCall[];
};

export function createApiJournal(): ApiJournal {
  const calls = new Map<string, ApiCall[]>();
  return {
    open: (token) => void calls.set(token, []),
    note: (token, call) => void calls.get(token)?.push(call),
    close: (token) => {
      const noted = calls.get(token) ?? [];
      calls.delete(token);
      return noted;
    },
  };
}
