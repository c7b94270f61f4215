import { useState } from 'react';
import { readPolicyReplySchema, readPolicyUid, savePolicyReplySchema, savePolicyUid } from '@deal-terms/core/contracts';
import type { Failure } from '@deal-terms/core/contracts';
import { callForPage } from '../shared/call-function.ts';
import { failureView } from '../shared/failure-view.ts';

export type PriceSaving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'saved';
      readonly version: number;
      readonly price: number | null;
      /** ISO date; null when there is no price. */ readonly on: string | null;
    };

/**
 * Changes the policy's price of cash and nothing else of it: the policy is read just before, so a change made meanwhile stays.
 *
 * @param author - who saves, as the page knows it
 */
export function useSavePrice(author: string): {
  readonly saving: PriceSaving;
  readonly save: (key: string, price: number | null) => void;
} {
  const [saving, setSaving] = useState<PriceSaving>({ kind: 'idle' });
  const send = async (key: string, price: number | null): Promise<PriceSaving> => {
    const read = await callForPage(readPolicyUid, {}, readPolicyReplySchema);
    if (!read.ok) return failed(read);
    const { model, app } = read.policy;
    const settings = { model: { ...model, priceOfCash: price }, app };
    const saved = await callForPage(
      savePolicyUid,
      { key, basedOn: read.latest, settings, author },
      savePolicyReplySchema,
    );
    if (!saved.ok) return failed(saved);
    const after = await callForPage(readPolicyUid, {}, readPolicyReplySchema);
    return { kind: 'saved', version: saved.version, price, on: after.ok ? after.policy.app.priceOfCashOn : null };
  };
  const save = (key: string, price: number | null) => {
    setSaving({ kind: 'sending' });
    void send(key, price).then(setSaving);
  };
  return { saving, save };
}

function failed(failure: Failure): PriceSaving {
  if (failure.code === 'conflict')
    return { kind: 'failed', title: 'Somebody else is changing the policy', text: 'Nothing was changed. Try again.' };
  const { title, text } = failureView(failure);
  return { kind: 'failed', title, text };
}
