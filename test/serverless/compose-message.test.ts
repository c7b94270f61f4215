import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeMessageReplySchema } from '@deal-terms/core/contracts';
import { composeMessage } from '../../serverless/functions/compose-message.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';
import { composing as request } from './composing.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

async function dealOf(contacts: readonly Record<string, string>[], properties: Record<string, string> = {}) {
  const dealId = await account.createDeal({ amount: '60000', ...properties });
  for (const contact of contacts) await account.createContact(dealId, contact);
  return dealId;
}

async function compose(app: ReturnType<typeof runApp>, dealId: string, parameters: unknown = request) {
  const reply = await app.main(composeMessage)({ propertiesToSend: await app.attest(dealId), parameters });
  expect(composeMessageReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  return reply;
}

describe.each(['v3', '2026-09'] as const)('compose-message over the %s paths', (family) => {
  it('writes to the contact in its language, with the customer’s own words, in three calls and without a write', async () => {
    const app = runApp(account, { family });
    const dealId = await dealOf([{ firstname: 'Anneliese', email: `a.${family}@example.com`, hs_language: 'de' }], {
      terms_customer_why: 'Die Aktion beginnt am 15. Januar.',
    });
    const reply = await compose(app, dealId);
    expect(reply).toMatchObject({
      ok: true,
      contact: { firstName: 'Anneliese', email: `a.${family}@example.com` },
      message: { language: 'de' },
    });
    expect(reply.ok && reply.message.say?.replace(/\u00a0/g, ' ')).toBe(
      'Wenn Sie bei Lieferung zahlen, können wir Ihnen 58.800 € statt 60.000 € berechnen.',
    );
    expect(reply.ok && reply.message.email?.body).toMatch(
      /^Guten Tag Anneliese,\n\naus unserem Gespräch habe ich mitgenommen:\n„Die Aktion beginnt am 15\. Januar\.“\n\n.*Freundliche Grüße\nJo Field$/s,
    );
    expect(
      app
        .requests()
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual(['GET', 'POST', 'POST']);
  });
});

describe('compose-message', () => {
  it('writes in the language that is asked for, whatever the contact’s', async () => {
    const dealId = await dealOf([{ firstname: 'Anne', email: 'anne@example.com', hs_language: 'de' }]);
    expect(await compose(runApp(account), dealId, { ...request, language: 'fr' })).toMatchObject({
      ok: true,
      message: { language: 'fr' },
    });
  });

  it('leaves the customer’s own words out where the rep wants it', async () => {
    const dealId = await dealOf([{ firstname: 'Anne', email: 'anne.k@example.com' }], {
      terms_customer_why: 'The bank has cut our credit line.',
    });
    const app = runApp(account);
    expect(await compose(app, dealId)).toMatchObject({ message: { quoted: 'The bank has cut our credit line.' } });
    const reply = await compose(app, dealId, { ...request, quotesWhy: false });
    expect(reply).toMatchObject({ message: { quoted: null } });
    expect(reply.ok && reply.message.email?.body).toMatch(
      /^Hello Anne,\n\nThank you for talking this through with me\./,
    );
  });

  it('writes in the seller’s language to a contact of a language it does not have, and to nobody in two calls', async () => {
    const other = await startAccount();
    try {
      await other.writeLedger('policy/current', 'policy', '{"version":1,"model":{},"app":{"sellerCountry":"NL"}}');
      const app = runApp(other);
      const dealId = await other.createDeal({ amount: '60000' });
      const reply = await app.main(composeMessage)({ propertiesToSend: await app.attest(dealId), parameters: request });
      expect(reply).toMatchObject({ ok: true, contact: null, message: { language: 'nl' } });
      expect(reply.ok && reply.message.email?.body).toMatch(/^Geachte heer of mevrouw,\n\nBedankt voor het gesprek\./);
      expect(app.requests()).toHaveLength(2);
    } finally {
      await other.stop();
    }
  });

  it('writes to the first contact that has a name', async () => {
    const dealId = await dealOf([{ email: 'office@example.com' }, { email: 'eva@example.com', firstname: 'Eva' }]);
    expect(await compose(runApp(account), dealId)).toMatchObject({
      ok: true,
      contact: { firstName: 'Eva', email: 'eva@example.com' },
    });
  });

  it.each([
    ['terms that are today’s', { ...request, terms: { ...request.terms, price: 60_000, payment: null } }],
    [
      'shares that are no whole',
      { ...request, terms: { ...request.terms, today: [{ share: 0.5, anchor: 'order', days: 0 }] } },
    ],
    ['a language there is none of', { ...request, language: 'it' }],
    ['a currency that is none', { ...request, terms: { ...request.terms, currency: 'euro' } }],
    ['a deal of the card’s choice', { ...request, dealId: '1' }],
  ])('refuses %s', async (_, parameters) => {
    expect(await compose(runApp(account), await dealOf([]), parameters)).toMatchObject({
      ok: false,
      code: 'invalid_request',
    });
  });

  it('does not know a deal that is gone', async () => {
    expect(
      await runApp(account).main(composeMessage)({
        propertiesToSend: { hs_object_id: '999999999' },
        parameters: request,
      }),
    ).toMatchObject({ ok: false, code: 'unknown_deal' });
  });
});
