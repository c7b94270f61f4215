import { backEndAnswerSchema } from '../../protocol.ts';
import type { BackEndAnswer, BackEndRequest } from '../../protocol.ts';
import type { Outcome } from '../../remote/worker-contract.ts';
import { CrmError, createFetch } from './crm-client.ts';

/** Asks the app's own back end for a user, by way of the workbench's server. */
export async function askBackEnd(token: string, request: BackEndRequest): Promise<Outcome<BackEndAnswer>> {
  try {
    const answer = await createFetch(token)('/workbench/api/fetch', { method: 'POST', body: request });
    return { ok: true, value: backEndAnswerSchema.parse(answer) };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { ok: false, message: error.message };
  }
}
