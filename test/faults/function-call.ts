import type { Failure, FailureCode } from '@deal-terms/core/contracts';
import type { Account, runApp } from '../serverless/account.ts';

export type Reply = { readonly ok: true } | Failure;

type App = ReturnType<typeof runApp>;
/** Hands what a call sends to its function. */
export type Send = (
  app: App,
  context: { readonly propertiesToSend: Attested; readonly parameters: unknown },
) => Promise<Reply>;
type Attested = Readonly<Record<string, string | null>>;

/** An account with something to do in it, and the call that does it. HubSpot attests the record, as it is then, before each call. */
export type PreparedCall = {
  readonly account: Account;
  readonly app: App;
  readonly attest: () => Promise<Attested>;
  /** What the card or page sends. */
  readonly parameters: object;
  readonly call: (propertiesToSend: Attested, parameters?: unknown) => Promise<Reply>;
};

/** A call of an app function as a card or a page makes it. */
export type FunctionCall = {
  readonly name: string;
  /** Where it is made: only pages have no record. */
  readonly on: 'deal' | 'ticket' | 'page';
  readonly reply: { readonly safeParse: (value: unknown) => { readonly error?: unknown } };
  /** Whether all its writes can be sent again without harm, so that no trouble of a moment keeps it from its end. */
  readonly isRepeatable?: boolean;
  /** What it is told when a rule of the account refuses a value, where that is a value of the user. */
  readonly refusedAs?: FailureCode;
  readonly prepare: () => Promise<PreparedCall>;
};

/** The key that guards the policy. */
export const key = 'correct horse';

export function prepared(
  account: Account,
  app: App,
  attest: PreparedCall['attest'],
  send: Send,
  own: object,
): PreparedCall {
  return {
    account,
    app,
    attest,
    parameters: own,
    call: (propertiesToSend, parameters = own) => send(app, { propertiesToSend, parameters }),
  };
}
