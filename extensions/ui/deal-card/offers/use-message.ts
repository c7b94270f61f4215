import { useState } from 'react';
import { composeMessageReplySchema, composeMessageUid } from '@deal-terms/core/contracts';
import type { ComposeMessageReply, Failure } from '@deal-terms/core/contracts';
import type { MessageTerms } from '@deal-terms/core/messages';
import { callForDeal } from '../../shared/call-function.ts';

type Composed = Extract<ComposeMessageReply, { ok: true }>;
/** An offer to make, or what to write after a yes. */
export type WrittenKind = 'offer' | 'agreed';

/** Words for the customer on their way to the clipboard. */
export type MessageState =
  | { readonly kind: 'none' }
  | { readonly kind: 'composing' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: WrittenKind;
      readonly terms: MessageTerms;
      readonly composed: Composed;
      readonly isCopied: boolean;
    };

export type MessageCalls = {
  readonly state: MessageState;
  readonly compose: (kind: WrittenKind, terms: MessageTerms) => Promise<void>;
  /** The same once more, without the customer's own words. */
  readonly leaveWhyOut: () => void;
};

/** E-mail and sentence in the contact's language, copied as soon as they are there. */
export function useMessage(senderName: string, copy: (text: string) => Promise<void>): MessageCalls {
  const [state, setState] = useState<MessageState>({ kind: 'none' });
  const write = async (kind: WrittenKind, terms: MessageTerms, quotesWhy: boolean) => {
    setState({ kind: 'composing' });
    const reply = await callForDeal(
      composeMessageUid,
      { kind, terms, quotesWhy, language: null, senderName },
      composeMessageReplySchema,
    );
    if (!reply.ok) {
      setState({ kind: 'failed', failure: reply });
      return;
    }
    setState({ kind, terms, composed: reply, isCopied: await isCopied(copy, reply) });
  };
  return {
    state,
    compose: (kind, terms) => write(kind, terms, true),
    leaveWhyOut: () => {
      if ('composed' in state) void write(state.kind, state.terms, false);
    },
  };
}

/** The browser may refuse the clipboard: then the text is there to be copied by hand. */
async function isCopied(copy: (text: string) => Promise<void>, { message: { email } }: Composed): Promise<boolean> {
  if (email === null) return false;
  try {
    await copy(`${email.subject}\n\n${email.body}`);
    return true;
  } catch {
    return false;
  }
}
