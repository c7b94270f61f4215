import { ledgerObjectType } from '@deal-terms/core/crm';
import * as z from 'zod/mini';
import { createJsonApi } from '../../serverless/ports/json-api.ts';
import { isGranting } from '../../serverless/ports/ledger-port.ts';
import { createSealer } from '../../serverless/ports/seal.ts';
import type { Transport } from '../../serverless/ports/transport.ts';

const text = z.optional(z.nullable(z.string()));
const pageSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      properties: z.object({ entry_key: text, kind: text, body: text, author: text, written_at: text, seal: text }),
    }),
  ),
  paging: z.optional(z.nullable(z.object({ next: z.optional(z.object({ after: z.string() })) }))),
});

export type SignedLedger = {
  /** Entries that were signed, or would be, with who wrote them and when: whoever signs vouches for them. */
  readonly signed: readonly string[];
  /** Entries with a seal of none of the keys. They are left as they are. */
  readonly forged: readonly string[];
};

/**
 * Signs the entries that grant something and have no seal, or that of a key listed after the first. One call a hundred entries, and one a hundred signed.
 *
 * @param ledgerKey - keys apart by spaces, the one in use first
 * @param isCheck - look, and write nothing
 * @throws {CrmError}
 */
export async function signLedger(
  transport: Transport,
  ledgerKey: string,
  isCheck: boolean,
  nowMs: number,
): Promise<SignedLedger> {
  const api = createJsonApi(transport);
  const sealer = createSealer(ledgerKey);
  const path = `/crm/v3/objects/${ledgerObjectType}`;
  const signed: string[] = [];
  const forged: string[] = [];
  for (let after: string | undefined = '0'; after !== undefined;) {
    const from: string = after === '0' ? '' : `&after=${after}`;
    const page: z.infer<typeof pageSchema> = await api.read(
      `${path}?limit=100&properties=entry_key,kind,body,author,written_at,seal${from}`,
      pageSchema,
    );
    const inputs: { readonly id: string; readonly properties: { readonly seal: string } }[] = [];
    for (const { id, properties } of page.results) {
      const entry = {
        key: properties.entry_key ?? '',
        kind: properties.kind ?? '',
        body: properties.body ?? '',
        author: properties.author ?? '',
      };
      const seal = properties.seal ?? '';
      if (!isGranting(entry.key) || sealer.isCurrent(entry, seal)) continue;
      const named = `${entry.key} by ${entry.author === '' ? 'nobody named' : entry.author}, ${properties.written_at ?? 'undated'}`;
      if (seal !== '' && !sealer.isGenuine(entry, seal)) {
        forged.push(named);
        continue;
      }
      signed.push(named);
      inputs.push({ id, properties: { seal: sealer.sealOf(entry, nowMs) } });
    }
    if (inputs.length > 0 && !isCheck) await api.write('POST', `${path}/batch/update`, { inputs });
    after = page.paging?.next?.after;
  }
  return { signed, forged };
}
