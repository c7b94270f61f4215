import * as z from 'zod/mini';
import type { FunctionRequest } from '../../protocol.ts';
import type { Outcome } from '../../remote/worker-contract.ts';
import { functionReplySchema } from './crm-schemas.ts';

/** HubSpot's body of a failed function call; the inner message is the one with the cause. */
const failureSchema = z.object({ message: z.string(), errors: z.optional(z.array(z.object({ message: z.string() }))) });

/** Calls an app function for a user. */
export async function callFunction(token: string, uid: string, request: FunctionRequest): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(`/workbench/api/functions/${encodeURIComponent(uid)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body: unknown = await response.json();
    const reply = functionReplySchema.safeParse(body);
    if (response.ok && reply.success) return { ok: true, value: reply.data.response };
    const failure = failureSchema.safeParse(body);
    return {
      ok: false,
      message: failure.success
        ? (failure.data.errors?.[0]?.message ?? failure.data.message)
        : `The function ${uid} answered ${response.status}.`,
    };
  } catch (error) {
    return {
      ok: false,
      message: `The function ${uid} could not be reached: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
