import type { Reply } from './function-call.ts';

/** The reply of a call made again. A busy machine can use up the time of an untroubled call; whoever reads that it took too long tries again, twice at most. */
export async function replyInTime(call: () => Promise<Reply>): Promise<Reply> {
  let reply = await call();
  for (let tries = 1; !reply.ok && reply.code === 'deadline' && tries < 3; tries += 1) reply = await call();
  return reply;
}
