import { describe, expect, it } from 'vitest';
import { testAccount } from './account.ts';

describe('what nobody should send', () => {
  const account = testAccount();

  it('a body without end is refused as soon as it is too long', async () => {
    const { origin, token } = account();
    const piece = new Uint8Array(1_000_000).fill(0x20);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 300) controller.close();
        else controller.enqueue(piece);
      },
    });
    const before = process.memoryUsage().rss;
    const answer = await fetch(`${origin}/crm/v3/objects/deals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
    expect(sent).toBeLessThan(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('a time zone nobody knows leaves the account readable', async () => {
    account().emulator.setUp({ account: { timeZone: 'Mars/Olympus' } });
    expect(await account().send('GET', '/account-info/2026-09/details')).toMatchObject({
      status: 200,
      body: { timeZone: 'Mars/Olympus', utcOffset: '+00:00' },
    });
  });
});
