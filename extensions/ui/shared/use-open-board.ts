import { openBoardReplySchema, openBoardUid } from '@deal-terms/core/contracts';
import type { OpenBoardReply } from '@deal-terms/core/contracts';
import { callForPage } from './call-function.ts';
import { useReply } from './use-reply.ts';
import type { Asked } from './use-reply.ts';

/** What `open-board` tells a page. */
export type OpenedBoard = Extract<OpenBoardReply, { ok: true }>;

const ask = () => callForPage(openBoardUid, {}, openBoardReplySchema);

/** Asks `open-board` once, and again on retry. */
export function useOpenBoard(): Asked<OpenedBoard> {
  return useReply(ask);
}
