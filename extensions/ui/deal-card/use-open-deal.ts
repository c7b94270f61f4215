import { openDealReplySchema, openDealUid } from '@deal-terms/core/contracts';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import { callForDeal } from '../shared/call-function.ts';
import { useReply } from '../shared/use-reply.ts';
import type { Asked } from '../shared/use-reply.ts';

const ask = () => callForDeal(openDealUid, {}, openDealReplySchema);

/** Asks `open-deal` once, and again on retry. */
export function useOpenDeal(): Asked<Extract<OpenDealReply, { ok: true }>> {
  return useReply(ask);
}
