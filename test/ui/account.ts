import { openDealUid, scoreDealRequestSchema, scoreDealUid } from '@deal-terms/core/contracts';
import { accountKey, currentPolicyKey, laterAdditions } from '@deal-terms/core/crm';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import type { Properties, PropertyHistory } from '../../serverless/ports/deal-port.ts';
import type { ReadKind } from '../../serverless/ports/evidence-port.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import type { StoredEntry } from '../../serverless/ports/ledger-port.ts';

/** The promo retailer of the story, nothing known of it yet: 60,000 at 45 %, 42 days, net 90; closes today. */
export const promoRetailer = {
  dealname: 'Shelf clocks',
  amount: '60000',
  deal_currency_code: 'EUR',
  closedate: '2026-11-23T12:00:00Z',
  terms_payment_plan: 'net 90',
  terms_lead_time_days: '42',
  terms_gross_margin: '0.45',
};

/** Half past two in Berlin on the day every test happens. */
const nowMs = Date.parse('2026-11-23T13:30:00Z');

/** What a test wants a function to answer instead of running it; it may answer late, or reject. */
type Answer = () => unknown;

export type CallSeen = { readonly uid: string; readonly parameters: unknown };

const none: ReadonlyMap<string, Properties> = new Map();

/** A HubSpot account with one deal open, kept in memory; the app's real functions run on it. */
export class Account {
  record: Properties;
  readonly calls: CallSeen[] = [];
  otherDeals = new Map<string, Properties>();
  lineItems = new Map<string, Properties>();
  quotes = new Map<string, Properties>();
  company: Properties | null = null;
  policy: object = { version: 1, modelVersion: 2, model: { backlog: { unfundedCost: 250_000 } }, app: {} };
  /** What later versions added and the account has. */
  additions: readonly string[] = laterAdditions;
  /** What a read with history tells, newest first. */
  history: PropertyHistory = {};
  private readonly listeners = new Set<() => void>();
  private readonly answers = new Map<string, Answer[]>();

  constructor(record: Properties) {
    this.record = { hs_object_id: '101', ...record };
  }

  /** Somebody, or something, changes the deal; the page hears of it. */
  change(properties: Properties): void {
    this.record = { ...this.record, ...properties };
    for (const listener of this.listeners) listener();
  }

  /** Changes the deal behind the page's back, as a colleague's save does before HubSpot tells this page. */
  changeUnseen(properties: Properties): void {
    this.unseen = { ...this.unseen, ...properties };
  }

  private unseen: Properties = {};

  /** The next call of a function gets this answer. */
  answerNext(uid: string, answer: Answer): void {
    this.answers.set(uid, [...(this.answers.get(uid) ?? []), answer]);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What HubSpot's worker calls. */
  readonly serverless = async (uid: string, { parameters }: { readonly parameters: unknown }): Promise<unknown> => {
    this.calls.push({ uid, parameters });
    const answer = this.answers.get(uid)?.shift();
    return structuredClone(await (answer === undefined ? this.run(uid, parameters) : answer()));
  };

  private async run(uid: string, parameters: unknown): Promise<unknown> {
    const reply = await this.runFunction(uid, parameters);
    return reply.ok ? reply : { ...reply, correlationId: 'ref-1' };
  }

  private runFunction(uid: string, parameters: unknown) {
    const call = {
      dealId: '101',
      attested: { ...this.record, ...this.unseen },
      crm: this.crm,
      nowMs,
      secret: () => null,
    };
    if (uid === openDealUid) return openDeal.run({ ...call, request: {} });
    if (uid === scoreDealUid) return scoreDeal.run({ ...call, request: scoreDealRequestSchema.parse(parameters) });
    throw new Error(`no such function: ${uid}`);
  }

  private readonly crm = {
    readEntries: () =>
      Promise.resolve(
        new Map(
          [
            [
              accountKey,
              { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR', additions: this.additions },
            ] as const,
            [currentPolicyKey, this.policy] as const,
          ].map(([key, body]) => [key, entryOf(key, body)]),
        ),
      ),
    people: () => Promise.resolve([]),
    withLinks: (objectType: 'deals' | 'companies') =>
      Promise.resolve({
        properties: (objectType === 'companies' ? this.company : this.record) ?? {},
        links: {
          line_items: [...this.lineItems.keys()],
          quotes: [...this.quotes.keys()],
          invoices: [],
          deals: [...this.otherDeals.keys()],
          tasks: [],
        },
      }),
    linksOfMany: () => Promise.reject(new Error('a card reads one deal')),
    recordsOf: (kind: ReadKind) => {
      const records = {
        line_items: this.lineItems,
        deals: this.otherDeals,
        quotes: this.quotes,
        invoices: none,
        companies: none,
      };
      return Promise.resolve(records[kind]);
    },
    updateDeal: (_: string, properties: Properties) => {
      this.record = { ...this.record, ...this.unseen, ...properties };
      this.unseen = {};
      return Promise.resolve();
    },
    readDealHistory: () => Promise.resolve({ properties: this.record, history: this.history }),
  };
}

function entryOf(key: string, body: unknown): StoredEntry {
  const kind = key === accountKey ? 'account' : 'policy';
  const text = JSON.stringify(body);
  const isUntouched = { isGenuine: true, isChangedSince: false };
  return { key, kind, body: text, author: '', writtenAt: '', recordId: key, createdAt: '', seal: '', ...isUntouched };
}
