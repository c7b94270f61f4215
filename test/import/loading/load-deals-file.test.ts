import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { dealsCsv, exportedPropertyNames } from '@deal-terms/core/insights';
import { demoSecrets } from '../../../commands/start/demo-secrets.ts';
import { importSummary } from '../../../commands/start/import-summary.ts';
import type { ChosenNotation } from '../../../import/file-notation.ts';
import { invoices, lineItems } from '../../../import/related-columns.ts';
import type { RelatedSource } from '../../../import/related-file.ts';
import { ImportFileError } from '../../../import/import-error.ts';
import { startAppWorkbench } from '../../../commands/start/app-workbench.ts';
import type { AppWorkbench } from '../../../commands/start/app-workbench.ts';

// The built app in an account of its own: `npm test` builds first.
const dataFolder = mkdtempSync(join(tmpdir(), 'workbench-import-'));
const asAdmin = 'pat-local-workbench';
let workbench: AppWorkbench | null = null;
const start = async (
  content: string | Uint8Array,
  notation: ChosenNotation = {},
  related: readonly RelatedSource[] = [],
) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  workbench = await startAppWorkbench({
    root: process.cwd(),
    dataFolder,
    port: 0,
    reset: false,
    isEmpty: false,
    generatedDeals: 0,
    hasHistory: false,
    secrets: demoSecrets,
    clock: Date.now,
    onProgress: () => undefined,
    importFrom: { name: 'My deals.csv', bytes, timeZone: 'Europe/Berlin', notation, related },
  });
  return workbench;
};
afterEach(async () => {
  await workbench?.close();
  workbench = null;
});
afterAll(() => rmSync(dataFolder, { recursive: true }));

type Deal = {
  readonly properties: Readonly<Record<string, string | null>>;
  readonly associations?: { readonly companies?: { readonly results: readonly { readonly id: string }[] } };
};
async function ask<T>(path: string, body?: object, token = asAdmin): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${workbench?.origin ?? ''}${path}`, { headers, ...sent });
  return (await answer.json()) as T;
}
const dealsWith = async (properties: string) =>
  (await ask<{ results: Deal[] }>(`/crm/v3/objects/deals?limit=100&associations=companies&properties=${properties}`))
    .results;

const header =
  'Record ID;Deal Name;Pipeline;Deal Stage;Amount;Currency;Create Date;Close Date;Deal owner;Associated Company;Deal Type;Customer cash position;Payment terms today;Importance of payment terms;Champion’s words';
const file = `${header}
901;"-5 % promo;=1+1";Trade;Quote sent;60.000,50;EUR;2026-01-05 09:30;2099-06-30 00:00;Jane Doe;Alpha;New Business;Abundant;net 90;A standard clause;"we pay
whenever"
902;Restock;Trade;Quote sent;"1.500,00";EUR;2026-01-06 10:00;2099-07-01 00:00;Jane Doe;alpha;Renewal;;;;
903;No money;Trade;Won;plenty;EUR;;;;;;;;;
904;Odd;Trade;Quote sent;1;EUR;2026-01-07 10:00;;Jane Doe;Alpha;;Rich;;;
905;Short;Trade
`;

describe('an imported account', () => {
  it('holds the deals of the file, with all they belong to, and is scored', async () => {
    const { kind, imported, folder } = await start(file);
    expect(kind).toBe('imported');
    expect(importSummary(imported!, folder)).toBe(`Imported 3 deals of 1 company from 5 rows.
Missing:
  1 of 3 deals lack a close date: they count as ordered today.
  No deal has a gross margin: the usual one of the policy is assumed.
  2 of 3 deals lack payment terms of today: the usual ones of the policy are assumed.
  No deal has a lead time: the usual one of the policy is assumed.
  2 of 3 deals lack an answer about the customer’s cash: most of their advice is what to ask first.
Policy:
  An example: orders worth 15,000 EUR, a quarter of the open pipeline, wait for cash. Say in the settings what holds for you; where nothing waits, little is worth trading before customers are asked.
2 rows were left out:
  Line 5: Amount: “plenty” is no number.
  Line 7: it has no deal stage.
1 value was left out, as nobody could score with it; the deals are loaded:
  Line 6: Customer cash position: “Rich” is none of Strained, Tight, Balanced, Positive, Abundant.`);
    const deals = await dealsWith(
      'dealname,amount,closedate,dealstage,dealtype,terms_cash_position,terms_importance,imported_champion_s_words,imported_record_id_in_hubspot,hubspot_owner_id',
    );
    expect(deals.map(({ properties }) => properties)).toMatchObject([
      {
        dealname: '-5 % promo;=1+1',
        amount: '60000.50',
        closedate: '2099-06-29T22:00:00.000Z',
        dealstage: 'quote_sent',
        dealtype: 'newbusiness',
        terms_cash_position: 'abundant',
        terms_importance: 'standard_clause',
        imported_champion_s_words: 'we pay\nwhenever',
        imported_record_id_in_hubspot: '901',
        hubspot_owner_id: '880003',
      },
      { dealname: 'Restock', amount: '1500.00', dealtype: 'Renewal', terms_cash_position: null },
      { dealname: 'Odd', amount: '1', terms_cash_position: null },
    ]);
    expect(new Set(deals.map(({ associations }) => associations?.companies?.results[0]?.id)).size).toBe(1);

    expect((await dealsWith('terms_verdict')).map(({ properties }) => properties['terms_verdict'])).toEqual([
      'trade',
      'hold',
      'hold',
    ]);
    await workbench!.close();
    expect((await start(file)).imported).toBeNull();
    expect(await dealsWith('terms_verdict')).toHaveLength(3);
  });

  it('can be made of what the board exports of another one', async () => {
    await start(file);
    const names = `hs_object_id,${exportedPropertyNames.join(',')}`;
    const before = await dealsWith(names);
    const stages = new Map(
      (
        await ask<{ results: { stages: { id: string; label: string }[] }[] }>('/crm/v3/pipelines/deals')
      ).results.flatMap(({ stages: all }) => all.map(({ id, label }) => [id, label] as const)),
    );
    const csv = dealsCsv(
      before.map(({ properties }) => properties),
      { owner: () => 'Jane Doe', pipeline: () => 'Trade', stage: (id) => stages.get(id) ?? '', company: () => 'Alpha' },
      'Europe/Berlin',
    );
    await workbench!.close();
    expect((await start(csv)).imported).toMatchObject({
      deals: 3,
      companies: 1,
      rejected: [],
      leftOut: [],
      guesses: [],
    });
    const comparable = ({ properties }: Deal) =>
      Object.fromEntries(
        Object.entries(properties)
          .filter(
            ([name]) =>
              !/^(hs_object_id|hs_lastmodifieddate|hs_primary_associated_company|terms_scored_at)$/.test(name),
          )
          .map(([name, value]) => [name, value !== null && /^\d+\.\d+$/.test(value) ? Number(value) : value]),
      );
    const asNumbers = (deals: readonly Deal[]) =>
      deals.map(comparable).map((deal) => ({
        ...deal,
        amount: Number(deal['amount']),
        amount_in_home_currency: Number(deal['amount_in_home_currency']),
      }));
    expect(asNumbers(await dealsWith(names))).toEqual(asNumbers(before));
  });

  it('says once what was guessed, groups what cannot be used, and checks the app’s own columns', async () => {
    const rows = [
      'A;Talks;60.000;3/4/2026;30 Tage netto;45%;42',
      'B;Talks;1.500;4/5/2026;14 Tage 2 % Skonto 30 Tage netto;0,3;',
      'C;Talks;12;5/6/2026;as agreed;;',
      'D;Talks;12;5/6/2026;net 4000;;',
      'E;Talks;12;5/6/2026;;45;',
      ...Array.from({ length: 7 }, (_, place) => `F${place};Talks;soon ${place};5/6/2026;;;`),
    ];
    const { imported, folder } = await start(
      ['Deal Name;Deal Stage;Amount;Close Date;Payment terms today;terms_gross_margin;Lead time (days)', ...rows].join(
        '\n',
      ),
    );
    expect(importSummary(imported!, folder)).toBe(`Imported 5 deals of 0 companies from 12 rows.
Guessed:
  Dates such as 3/4/2026 are read as day/month, as its cells are parted by semicolons. --dates month-first reads them the other way.
  Nothing names a currency: amounts are taken to be EUR. A column Currency would tell.
Missing:
  3 of 5 deals lack a gross margin: the usual one of the policy is assumed.
  3 of 5 deals lack payment terms of today: the usual ones of the policy are assumed.
  4 of 5 deals lack a lead time: the usual one of the policy is assumed.
  No deal has an answer about the customer’s cash: most of their advice is what to ask first.
Policy:
  An example: orders worth 15,000 EUR, a quarter of the open pipeline, wait for cash. Say in the settings what holds for you; where nothing waits, little is worth trading before customers are asked.
7 rows were left out:
  Amount: no number (7 rows): line 7 “soon 0”, line 8 “soon 1”, line 9 “soon 2”, line 10 “soon 3”, line 11 “soon 4” and 2 more.
3 values were left out, as nobody could score with them; the deals are loaded:
  Payment terms today cannot be used (2 rows): line 4 “as agreed”, line 5 “net 4000”.
  Line 6: terms_gross_margin: “45”. A margin of 4500 % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.
All of them: ${join(folder, 'left-out.txt')}`);
    expect(readFileSync(join(folder, 'left-out.txt'), 'utf8').split('\n').slice(7, 10)).toEqual([
      'Line 4: Payment terms today: “as agreed”. We cannot tell what “as” means in payment terms. For example: “net 30”, “on delivery” or “30% deposit, balance on delivery”.',
      'Line 5: Payment terms today: “net 4000”. 4,000 days are more than ten years. Enter at most 3,650 days. For example: “net 30”, “on delivery” or “30% deposit, balance on delivery”.',
      'Line 6: terms_gross_margin: “45”. A margin of 4500 % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.',
    ]);
    expect(
      (await dealsWith('terms_payment_plan,terms_gross_margin,amount,closedate')).map(({ properties }) => properties),
    ).toMatchObject([
      {
        terms_payment_plan: 'net 30',
        terms_gross_margin: '0.45',
        amount: '60000',
        closedate: '2026-04-02T22:00:00.000Z',
      },
      { terms_payment_plan: 'net 30', terms_gross_margin: '0.3', amount: '1500' },
      { terms_payment_plan: null, terms_gross_margin: null, amount: '12' },
      { terms_payment_plan: null, terms_gross_margin: null, amount: '12' },
      { terms_payment_plan: null, terms_gross_margin: null, amount: '12' },
    ]);
  });

  it('takes an export that names neither stages nor closing days, as HubSpot writes one of a short view', async () => {
    const { imported, folder } = await start(
      '"Record ID","Deal Name","Quote Id","Amount"\n"701","12 High Street","A1","45362.12"\n"702","Mill Lane","A2",""\n',
    );
    expect(importSummary(imported!, folder)).toBe(`Imported 2 deals of 0 companies from 2 rows.
Guessed:
  Nothing names a currency: amounts are taken to be EUR. A column Currency would tell.
Missing:
  No deal has a stage: all count as open, in the stage “No stage”, as likely to close as not.
  1 of 2 deals lack an amount: they cannot be scored until they have one.
  No deal has a close date: they count as ordered today.
  No deal has a gross margin: the usual one of the policy is assumed.
  No deal has payment terms of today: the usual ones of the policy are assumed.
  No deal has a lead time: the usual one of the policy is assumed.
  No deal has an answer about the customer’s cash: most of their advice is what to ask first.
Policy:
  An example: orders worth 11,000 EUR, a quarter of the open pipeline, wait for cash. Say in the settings what holds for you; where nothing waits, little is worth trading before customers are asked.`);
    expect(
      (await dealsWith('dealname,dealstage,hs_is_closed,imported_quote_id')).map(({ properties }) => properties),
    ).toMatchObject([
      { dealname: '12 High Street', dealstage: 'no_stage', hs_is_closed: 'false', imported_quote_id: 'A1' },
      { dealname: 'Mill Lane', dealstage: 'no_stage', hs_is_closed: 'false', imported_quote_id: 'A2' },
    ]);
  });

  it('takes another CRM’s opportunities, which have ids and accounts for names', async () => {
    const { imported, folder } = await start(
      `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
1C1I,Mo Frey,GTX,Harbour Foods,Won,10/20/2026,11/25/2026,1054
Z063,Dee Schill,MG,,Engaging,11/1/2026,,
,Dee Schill,MG,,Lost,11/1/2026,11/30/2026,0
`,
    );
    expect(importSummary(imported!, folder)).toContain('Imported 2 deals of 1 company from 3 rows.');
    expect(importSummary(imported!, folder)).toContain(
      '\n  No deal has a name: each is called by its company and its id.\n',
    );
    expect(importSummary(imported!, folder)).toContain('\n  Line 4: it has no deal name.');
    expect(
      (await dealsWith('dealname,dealstage,hs_is_closed_won,amount,createdate,closedate,imported_product')).map(
        ({ properties }) => properties,
      ),
    ).toMatchObject([
      {
        dealname: 'Harbour Foods (1C1I)',
        dealstage: 'won',
        hs_is_closed_won: 'true',
        amount: '1054',
        createdate: '2026-10-19T22:00:00.000Z',
        closedate: '2026-11-24T23:00:00.000Z',
        imported_product: 'GTX',
      },
      { dealname: 'Z063', dealstage: 'engaging', amount: null, createdate: '2026-10-31T23:00:00.000Z' },
    ]);
  });

  it('takes a warehouse’s dump whose columns are there and empty', async () => {
    const { imported, folder } = await start(
      `deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,portal_id,property_dealname,property_amount,property_closedate,property_createdate
12444,false,,,,47,Alpha,,,2025-12-04 12:48:22
10756,false,,,3525,47,Beta,1200.50,,2025-10-07 20:36:05
`,
    );
    const summary = importSummary(imported!, folder);
    expect(summary).toContain('Imported 2 deals of 0 companies from 2 rows.');
    expect(summary).toContain('\n  No deal has a stage: all count as open');
    expect((await dealsWith('dealname,amount,createdate')).map(({ properties }) => properties)).toMatchObject([
      { dealname: 'Alpha', amount: null, createdate: '2025-12-04T11:48:22.000Z' },
      { dealname: 'Beta', amount: '1200.50', createdate: '2025-10-07T18:36:05.000Z' },
    ]);
  });

  it.each<[what: string, content: string | Uint8Array, cents: number]>([
    [
      'a German one',
      'sep=;\r\nDatensatz-ID;Deal-Name;Deal-Phase;Betrag;Währung;Betrag in Unternehmenswährung;Abschlussdatum;Zugehöriges Unternehmen\r\n1;Uhren;Angebot;60.000;EUR;60.000;03.04.2027;Müller\r\n2;Ketten;Gewonnen;1.234,56;EUR;1.234,56;12.11.26;Groß & Söhne\r\n3;Ringe;Angebot;12,5;EUR;12,5;1. März 2027;Müller\r\n',
      6_124_706,
    ],
    [
      'a French one, saved by a spreadsheet there',
      Uint8Array.from(
        Buffer.from(
          "ID de l'enregistrement;Nom de la transaction;Phase de la transaction;Montant;Devise;Date de fermeture;Entreprise associ\u00e9e\r\n1;Horloges;N\u00e9gociation;60\u00a0000,50;EUR;3/4/2027;\u00c9toile\r\n2;Cha\u00eenes;Gagn\u00e9e;1\u00a0234,06;EUR;15 d\u00e9c. 2026;\u00c9toile\r\n3;Bagues;N\u00e9gociation;99;EUR;4/5/2027;Lune\r\n",
          'latin1',
        ),
      ),
      6_133_356,
    ],
    [
      'an American one, saved by Excel',
      'Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company,Deal owner\r\n1.23E+10,Clocks,Quote,"$60,000",4/3/2027 3:45 PM,Alpha,Jane Doe\r\n1.23E+10,Chains,Closed Won,"$1,234.56",11/12/26,Beta,Jane Doe (jane@x.example)\r\n1.23E+10,Rings,Quote,"(12.50)",4/30/2027,Alpha\r\n',
      6_122_206,
    ],
  ])('is made of an export without a flag, right to the cent: %s', async (_, content, cents) => {
    const { imported } = await start(content);
    expect(imported).toMatchObject({ rows: 3, deals: 3, companies: 2, rejected: [] });
    const deals = await dealsWith('amount,closedate,dealstage,hs_is_closed_won');
    const total = deals.reduce((sum, { properties }) => sum + Math.round(Number(properties['amount']) * 100), 0);
    expect(total).toBe(cents);
    expect(deals.filter(({ properties }) => properties['hs_is_closed_won'] === 'true')).toHaveLength(1);
    expect(deals.every(({ properties }) => /^202[67]-/.test(properties['closedate'] ?? ''))).toBe(true);
  });

  it('tells the deals of a pipeline apart by their lines, invoices and history before anybody types', async () => {
    // Companies that bought the same for 30,000, and differ by what is left of it and by how they paid.
    const companies = [
      { name: 'Prompt and rich', unitCost: 150, netDays: 90, late: 0 },
      { name: 'Prompt and thin', unitCost: 270, netDays: 90, late: 0 },
      { name: 'Late and rich', unitCost: 150, netDays: 60, late: 35 },
      { name: 'Late and thin', unitCost: 285, netDays: 60, late: 35 },
      { name: 'Short and rich', unitCost: 120, netDays: 14, late: 0 },
      { name: 'Short and thin', unitCost: 288, netDays: 14, late: 2 },
      { name: 'On delivery', unitCost: 180, netDays: 0, late: 0 },
      { name: 'Very late', unitCost: 210, netDays: 30, late: 80 },
      { name: 'Long terms', unitCost: 270, netDays: 120, late: 0 },
    ];
    const dateOf = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    const deals = companies.flatMap(({ name }, place) => [
      `${100 + place},Order of ${name},Quote sent,30000,EUR,2099-06-30,${name}`,
      `${200 + place},Before of ${name},Closed won,25000,EUR,${dateOf(300)},${name}`,
    ]);
    const lines = companies.map(({ unitCost }, place) => `${place},Clock,100,300,${unitCost},EUR,${100 + place}`);
    const bills = companies.flatMap(({ name, netDays, late }, place) =>
      [400, 300, 200].map(
        (dueDaysAgo, number) =>
          `${place}${number},I-${place}-${number},Paid,${dateOf(dueDaysAgo + netDays)},${dateOf(dueDaysAgo)},${dateOf(dueDaysAgo - late)},EUR,5000,5000,${name}`,
      ),
    );
    const beside = (kind: typeof invoices, name: string, text: string): RelatedSource => ({
      kind,
      name,
      bytes: new TextEncoder().encode(text),
    });
    const { imported } = await start(
      ['Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company', ...deals].join('\n'),
      {},
      [
        beside(
          lineItems,
          'lines.csv',
          ['Record ID,Name,Quantity,Unit price,Unit cost,Currency,Associated Deal IDs', ...lines].join('\n'),
        ),
        beside(
          invoices,
          'invoices.csv',
          [
            'Record ID,Number,Invoice status,Invoice date,Due date,Payment date,Currency,Amount billed,Amount paid,Associated Company',
            ...bills,
          ].join('\n'),
        ),
      ],
    );
    expect(imported).toMatchObject({ deals: 18, companies: 9, rejected: [] });
    const combinations = async () => {
      const open = (await dealsWith('hs_is_closed,terms_verdict,terms_best_package,terms_figures_assumed')).filter(
        ({ properties }) => properties['hs_is_closed'] === 'false',
      );
      expect(open.map(({ properties }) => properties['terms_figures_assumed'])).toEqual(Array(9).fill('1'));
      return open.map(({ properties }) => `${properties['terms_verdict']} ${properties['terms_best_package'] ?? ''}`);
    };
    // Orders that wait for cash, as the example says, make terms worth trading: for which, the facts tell.
    const traded = await combinations();
    expect(traded).toEqual([
      'explore advance_30/0/none',
      'explore net_14/0/none',
      'explore advance_30/0/none',
      'explore net_30/0/none',
      'explore advance_30/0/none',
      'explore ',
      'explore ',
      'explore advance_30/0/none',
      'explore net_60/0/none',
    ]);
    expect(new Set(traded).size).toBe(5);
  });

  it('takes amount and currency from line items where the deals of another CRM have none', async () => {
    const lines = 'Record ID,Name,Quantity,Unit price,Unit cost,Currency,Billing frequency,Term,Associated Deal IDs\n';
    const { imported, folder } = await start(
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n1C1I7A6R,Ann,Clock,Alpha,Won,2016-10-20,2017-03-01,1054\nZ063OYW0,Ann,Clock,Alpha,Engaging,2016-10-25,,\nEC4QE1BX,Ann,Clock,Beta,Prospecting,,,\nQQ4QE1BX,Ann,Clock,Beta,Prospecting,,,\n',
      {},
      [
        {
          kind: lineItems,
          name: 'lines.csv',
          bytes: new TextEncoder().encode(
            `${lines}1,Clock,10,60.25,30.5,usd,,,Z063OYW0\n2,Service,1,100,50,USD,monthly,P12M,Z063OYW0\n3,Chain,2,10,5,GBP,,,EC4QE1BX\n4,Chain,2,10,5,Dollars,,,EC4QE1BX\n`,
          ),
        },
      ],
    );
    expect(importSummary(imported!, folder)).toBe(`Imported 4 deals of 2 companies from 4 rows.
Imported 3 line items from lines.csv.
Guessed:
  No deal names a currency: amounts are taken to be USD, as in the files beside them. A column Currency would tell.
  1 deal has no amount: its is the sum of its lines, as in HubSpot when lines are added. A column Amount would tell.
Missing:
  No deal has a name: each is called by its company and its id.
  2 of 4 deals lack an amount: they cannot be scored until they have one.
  3 of 4 deals lack a close date: they count as ordered today.
  No deal has a gross margin: it is worked out from lines that all have a cost, else the usual one of the policy is assumed.
  No deal has payment terms of today: the usual ones of the policy are assumed.
  No deal has a lead time: the usual one of the policy is assumed.
  No deal has an answer about the customer’s cash: most of their advice is what to ask first.
  No exchange rate is known for GBP, so deals in it cannot be scored. Export “Amount in company currency” or “Exchange rate” as well.
Policy:
  An example: orders worth 450 USD, a quarter of the open pipeline, wait for cash. Say in the settings what holds for you; where nothing waits, little is worth trading before customers are asked.
lines.csv: 1 row was left out:
  Line 5: currency: “Dollars” is no currency code such as EUR.`);
    expect((await dealsWith('amount')).map(({ properties }) => properties['amount'])).toEqual([
      '1054',
      // Ten clocks, and a service of twelve months.
      '1802.5',
      null,
      null,
    ]);
  });

  it('takes line items to their deals and invoices to their companies', async () => {
    const beside = (kind: typeof invoices, name: string, text: string): RelatedSource => ({
      kind,
      name,
      bytes: new TextEncoder().encode(text),
    });
    const { imported, folder } = await start(
      'Record ID,Deal Name,Deal Stage,Amount,Currency,Associated Company\n901,Clocks,Quote,1000,EUR,Alpha\n902,Chains,Quote,500,EUR,Beta',
      {},
      [
        beside(
          lineItems,
          'lines.csv',
          'Record ID,Name,Quantity,Unit price,Unit cost,Currency,Billing frequency,Associated Deal IDs\n1,Clock,10,"€60.00",30.5,EUR,,901\n2,Service,1,400,100,EUR,Monthly,901\n3,Lost,1,1,1,EUR,,999\n',
        ),
        beside(
          invoices,
          'invoices.csv',
          'Number;Invoice status;Invoice date;Due date;Payment date;Amount billed;Balance due;Currency;Associated Company\nA-1;Paid;01.03.2026;31.03.2026;12.04.2026;1.200,50;0;EUR;Alpha\nA-2;Open;15.09.2026;15.10.2026;;800,00;300,00;EUR;alpha\nB-1;Whatever;1.1.2026;;;5;;EUR;Beta\n',
        ),
      ],
    );
    expect(importSummary(imported!, folder)).toContain(`Imported 2 deals of 2 companies from 2 rows.
Imported 2 line items from lines.csv.
Imported 2 invoices from invoices.csv.`);
    expect(importSummary(imported!, folder)).toContain(`lines.csv: 1 row was left out:
  Line 4: “999” is no deal of the deals that were imported.
invoices.csv: 1 row was left out:
  Line 4: invoice status: “Whatever” is no status of an invoice.`);
    const lines = await ask<{ results: Deal[] }>(
      '/crm/v3/objects/line_items?properties=name,amount,hs_margin,recurringbillingfrequency&associations=deals',
    );
    expect(lines.results.map(({ properties }) => properties)).toMatchObject([
      { name: 'Clock', amount: '600', hs_margin: '295' },
      { name: 'Service', amount: '400', recurringbillingfrequency: 'monthly' },
    ]);
    const billed = await ask<{ results: { properties: Record<string, string>; associations?: object }[] }>(
      '/crm/v3/objects/invoices?properties=hs_number,hs_invoice_status,hs_due_date,hs_balance_due&associations=companies',
    );
    expect(billed.results).toMatchObject([
      {
        properties: {
          hs_number: 'A-1',
          hs_invoice_status: 'paid',
          hs_due_date: '2026-03-30T22:00:00.000Z',
          hs_balance_due: '0',
        },
        associations: { companies: { results: [{}] } },
      },
      { properties: { hs_number: 'A-2', hs_invoice_status: 'open', hs_balance_due: '300' } },
    ]);
  });

  it('is not made of a wrong file, and costs nobody an account', async () => {
    const before = readdirSync(join(dataFolder, 'imports'));
    await expect(start('First Name,Email\nA,B')).rejects.toThrow(ImportFileError);
    await expect(start('Deal Name,Deal Stage,Amount\nA,Won,lots')).rejects.toThrow(
      'There is no row that can be imported.\nLine 2: Amount: “lots” is no number.',
    );
    expect(readdirSync(join(dataFolder, 'imports'))).toEqual(before);
  });
});
