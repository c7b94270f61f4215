/** Why a text is no usable payment terms; `piece` is what of it is meant. */
export type Refusal =
  | {
      readonly why:
        | 'empty'
        | 'too long'
        | 'no words'
        | 'no day of month'
        | 'no net days'
        | 'no balance'
        | 'only deposit'
        | 'before order';
    }
  | { readonly why: 'strange'; readonly piece: string }
  | { readonly why: 'no share' | 'no time' | 'no days' | 'two times'; readonly piece: string }
  | { readonly why: 'two readings'; readonly first: string; readonly second: string }
  | { readonly why: 'negative'; readonly days: number }
  | { readonly why: 'too many days'; readonly days: number }
  | { readonly why: 'wrong sum'; readonly percent: number }
  | { readonly why: 'wrong share'; readonly percent: number };

export type Refused = { readonly refused: Refusal };

/** Tells a refusal from a result. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

/** A refusal as a result. */
export function refuse(refused: Refusal): Refused {
  return { refused };
}
