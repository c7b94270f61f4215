import { openDealReplySchema, openDealUid } from '@deal-terms/core/contracts';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import { callForDeal } from './call-function.ts';
import { useReply } from './use-reply.ts';
import type { Asked } from './use-reply.ts';

const ask = () => callForDeal(openDealUid, {}, openDealReplySchema);

/** Asks `open-deal` once, and again on retry. */
export function useOpenDeal(): Asked<Extract<OpenDealReply, { ok: true }>> {
  return useReply(ask);
}
