import { composeMessageRequestSchema, composeMessageUid } from '@deal-terms/core/contracts';
import type { ComposeMessageReply, ComposeMessageRequest } from '@deal-terms/core/contracts';
import { profilePropertyOf } from '@deal-terms/core/crm';
import { composeMessage as compose, tongueOf, tongueOfLanguage } from '@deal-terms/core/messages';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { readInstallation } from '../account/installation.ts';
import { createCorrespondencePort } from '../ports/correspondence-port.ts';
import type { CorrespondencePort } from '../ports/correspondence-port.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Port = Pick<LedgerPort, 'readEntries'> & CorrespondencePort;
type Composed = Extract<ComposeMessageReply, { ok: true }>;

/** Words for the customer; at most three calls, reads only. */
export const composeMessage: AppFunction<ComposeMessageRequest, Port, Composed> = {
  uid: composeMessageUid,
  request: composeMessageRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...createCorrespondencePort(transport),
    ...connectLedger(transport, ledgerKey),
  }),
  run,
};

/** HubSpot's entry point. */
export const main = serve(composeMessage);

async function run({
  request: { kind, terms, quotesWhy, language, senderName },
  crm,
  dealId,
}: Call<ComposeMessageRequest, Port>): Promise<Composed | Refusal> {
  const [installation, found] = await Promise.all([
    readInstallation(crm),
    crm.dealWithContacts(dealId, [profilePropertyOf.customerWhy], ['firstname', 'email', 'hs_language']),
  ]);
  if (installation === null) return refuse('not_installed');
  if (found === null) return refuse('unknown_deal');
  const { deal, contacts } = found;
  // HubSpot has no first contact of a deal: the first that can be addressed by name.
  const contact = contacts.find(({ properties }) => properties['firstname']) ?? contacts[0];
  const { firstname, email, hs_language: contactLanguage } = contact?.properties ?? {};
  const tongue =
    language === null
      ? tongueOf(contactLanguage ?? null, installation.policy.app.sellerCountry)
      : tongueOfLanguage(language);
  const firstName = firstname || null;
  const message = compose(
    kind,
    terms,
    { firstName, why: quotesWhy ? (deal[profilePropertyOf.customerWhy] ?? null) : null, senderName },
    tongue,
  );
  return {
    ok: true,
    message,
    contact: contact === undefined ? null : { id: contact.id, firstName, email: email || null },
  };
}
