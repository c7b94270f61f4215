import { describe, expect, it } from 'vitest';
import type { ChosenNotation } from '../../import/file-notation.ts';
import { companiesOf } from '../../import/companies.ts';
import { readTable } from '../../import/csv-table.ts';
import { readNumber } from '../../import/numbers.ts';
import { readDealsFile } from '../../import/read-deals-file.ts';
import { outcomeNamed } from '../../import/stage-words.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, notation: ChosenNotation = {}) =>
  readDealsFile({ name: 'deals.csv', bytes: bytesOf(text), timeZone: 'Europe/Berlin', notation });
/** Windows-1252, as far as Latin-1 goes, with the euro sign. */
const western = (text: string) =>
  Uint8Array.from(Array.from(text, (letter) => (letter === '€' ? 0x80 : (letter.codePointAt(0) ?? 0))));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const amounts = (file: ReturnType<typeof read>) =>
  file.rows.map(({ cells }) => readNumber(file.columns.cell(cells, 'amount'), file.notation.mark));

describe('a table', () => {
  it('may begin with the delimiter line of Excel', () => {
    expect(readTable(bytesOf('sep=;\r\nDeal Name;Amount\r\nA, b;1\r\n'))).toMatchObject({
      header: ['Deal Name', 'Amount'],
      rows: [{ line: 3, cells: ['A, b', '1'] }],
      delimiter: ';',
    });
  });

  it('fills up rows that end early, and takes off empty cells beyond the header', () => {
    expect(readTable(bytesOf('a,b,c\n1\n1,2,3,,\n1,2,3,4')).rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('is read in UTF-16 and Windows-1252 when it is plainly that', () => {
    const text = 'Deal-Name;Betrag\r\nGrößere Bestellung für Müller;1.200,50 €\r\n';
    const cells = ['Größere Bestellung für Müller', '1.200,50 €'];
    expect(readTable(utf16(text))).toMatchObject({ rows: [{ cells }], guesses: [] });
    expect(readTable(western(text))).toMatchObject({
      rows: [{ cells }],
      guesses: ['The text is read as Windows-1252. If letters look wrong, save the file as “CSV UTF-8”.'],
    });
  });

  it.each([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0xff, 0xfe, 0x08])],
    [
      'Cyrillic in its own encoding',
      Uint8Array.from(Buffer.from('cde5e2e5f0eef2edeee520e4e5ebee20f1eee3ebe0f1eee2e0edee', 'hex')),
    ],
    ['Japanese in Shift_JIS', Uint8Array.from(Buffer.from('93fa967b8cea82cc8365834c8358836782c582b78142', 'hex'))],
  ])('of %s is refused', (_, bytes) => expect(() => readTable(bytes)).toThrow('not text in UTF-8'));
});

describe('the decimal mark of a file', () => {
  it.each<[what: string, text: string, amounts: string[], guess: RegExp | null]>([
    [
      'semicolons between cells',
      'Deal Name;Deal Stage;Amount\nA;B;60.000\nC;D;1.500',
      ['60000', '1500'],
      /as its cells are parted by semicolons\. --decimal point/,
    ],
    ['another number', 'Deal Name,Deal Stage,Amount,Weight\nA,B,"60,000","1.5"', ['60000'], null],
    [
      'dates with points',
      'Deal Name,Deal Stage,Amount,Close Date\nA,B,60.000,31.12.2026',
      ['60000'],
      /dates are written with points|no three decimals/,
    ],
    ['its exchange rates', 'Deal Name;Deal Stage;Amount;Currency;Exchange rate\nA;B;60.000;USD;0,92', ['60000'], null],
    [
      'nothing but money',
      'Deal Name,Deal Stage,Amount\nA,B,"60,000"',
      ['60000'],
      /thousands mark, as amounts have no three decimals/,
    ],
    ['whole numbers', 'Deal Name,Deal Stage,Amount\nA,B,60000', ['60000'], null],
    [
      'most of its numbers',
      'Deal Name;Deal Stage;Amount;Margin\nA;B;60.000,50;0.45\nC;D;1.200,75;0,3',
      ['60000.50', '1200.75'],
      /Some numbers have decimals after a comma/,
    ],
  ])('is told by %s', (_, text, expected, guess) => {
    const file = read(text);
    expect(amounts(file)).toEqual(expected);
    const said = file.guesses.filter((sentence) => sentence.includes('--decimal'));
    if (guess === null) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringMatching(guess)]);
  });

  it('is the one that was chosen', () => {
    const text = 'Deal Name,Deal Stage,Amount\nA,B,60.000';
    expect(amounts(read(text, { mark: '.' }))).toEqual(['60.000']);
    expect(amounts(read(text, { mark: ',' }))).toEqual(['60000']);
  });
});

describe('the order of day and month', () => {
  it.each<[what: string, text: string, order: string, guess: RegExp | null]>([
    ['a date that leaves no doubt', 'Deal Name,Deal Stage,Close Date\nA,B,3/4/2026\nC,D,13/4/2026', 'day first', null],
    ['one in another column', 'Deal Name,Deal Stage,Close Date,Call\nA,B,3/4/2026,1/31/26', 'month first', null],
    [
      'semicolons',
      'Deal Name;Deal Stage;Close Date\nA;B;3/4/2026',
      'day first',
      /day\/month, as its cells are parted by semicolons\. --dates month-first/,
    ],
    [
      'decimal commas',
      'Deal Name,Deal Stage,Close Date,Amount\nA,B,3/4/2026,"1,5"',
      'day first',
      /decimals follow a comma/,
    ],
    [
      'the language of its header',
      'Nom de la transaction,Phase de la transaction,Date de fermeture\nA,B,3/4/2026',
      'day first',
      /language of its header/,
    ],
    ['AM and PM', 'Deal Name,Deal Stage,Close Date\nA,B,3/4/2026 3:45 PM', 'month first', /AM and PM/],
    [
      'nothing',
      'Deal Name,Deal Stage,Close Date\nA,B,3/4/2026',
      'month first',
      /nothing in the file tells otherwise\. --dates day-first/,
    ],
    ['no date that could be either', 'Deal Name,Deal Stage,Close Date\nA,B,2026-04-03', 'month first', null],
  ])('is told by %s', (_, text, order, guess) => {
    const file = read(text);
    expect(file.notation.dayOrder).toBe(order);
    const said = file.guesses.filter((sentence) => sentence.includes('--dates'));
    if (guess === null) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringMatching(guess)]);
  });

  it('is the one that was chosen', () => {
    expect(read('Deal Name;Deal Stage;Close Date\nA;B;3/4/2026', { dayOrder: 'month first' })).toMatchObject({
      notation: { dayOrder: 'month first' },
      guesses: [expect.stringContaining('currency')],
    });
  });
});

describe('headers', () => {
  it.each([
    [
      'German',
      'Datensatz-ID;Deal-Name;Deal-Phase;Betrag;Währung;Zuständiger Mitarbeiter;Zugehöriges Unternehmen;Abschlussdatum',
    ],
    [
      'French',
      'ID de l’enregistrement;Nom de la transaction;Phase de la transaction;Montant;Devise;Propriétaire de la transaction;Entreprise associée;Date de fermeture',
    ],
    [
      'Spanish',
      'ID de registro;Nombre del negocio;Etapa del negocio;Valor;Moneda;Propietario del negocio;Empresa asociada;Fecha de cierre',
    ],
    [
      'Italian',
      'ID record;Nome trattativa;Fase della trattativa;Importo;Valuta;Proprietario della trattativa;Azienda associata;Data di chiusura',
    ],
    ['Dutch', 'Record-ID;Dealnaam;Dealfase;Bedrag;Valuta;Dealeigenaar;Gekoppeld bedrijf;Sluitingsdatum'],
    [
      'Portuguese',
      'ID do registro;Nome do negócio;Etapa do negócio;Valor;Moeda;Proprietário do negócio;Empresa associada;Data de fechamento',
    ],
    [
      'a warehouse',
      'deal_id;property_dealname;property_dealstage;property_amount;currency_code;owner_name;company_name;property_closedate',
    ],
    [
      'Salesforce',
      'Opportunity ID;Opportunity Name;Stage;Amount;Amount Currency;Opportunity Owner;Account Name;Close Date',
    ],
    [
      'Pipedrive',
      'Deal - ID;Deal - Title;Deal - Stage;Deal - Value;Deal - Currency of Value;Deal - Owner;Deal - Organization;Deal - Expected close date',
    ],
  ])('of %s are known', (_, header) => {
    const { columns, rows } = read(`${header}\n7;Name;Stage;12;EUR;Jane Doe;Alpha;2026-12-31`);
    const cells = rows[0]?.cells ?? [];
    expect(
      (['recordId', 'name', 'stage', 'amount', 'currency', 'owner', 'companies', 'closeDate'] as const).map((what) =>
        columns.cell(cells, what),
      ),
    ).toEqual(['7', 'Name', 'Stage', '12', 'EUR', 'Jane Doe', 'Alpha', '2026-12-31']);
  });
});

describe('money', () => {
  it.each([
    ['€ 1.200', 'EUR', []],
    [
      '500 kr',
      'SEK',
      ['Amounts such as 500 kr are taken to be SEK, and not NOK or DKK: a column Currency would tell.'],
    ],
    ['£500', 'GBP', []],
    ['CHF 80', 'CHF', []],
    ['12 zł', 'PLN', []],
    ['500', 'EUR', ['Nothing names a currency: amounts are taken to be EUR. A column Currency would tell.']],
  ])('%s without a column of currencies is %s', (amount, currency, guesses) => {
    const file = read(`Deal Name;Deal Stage;Amount\nA;B;${amount}`, { mark: ',' });
    expect([file.profile.homeCurrency, file.guesses]).toEqual([currency, guesses]);
  });
});

describe('owners', () => {
  it('are one person under name, address, and name with address', () => {
    const { profile, rows, ownerOf } = read(
      'Deal Name,Deal Stage,Deal owner,Owner email\nA,B,Jane Doe,\nC,D,Jane Doe (jane@x.example),\nE,F,jane@x.example,\nG,H,Ann Lee,\nI,J,ann.lee@x.example,\nK,L,Max Roe,max@x.example\nM,N,max@x.example,',
    );
    expect(profile.people.slice(2).map(({ firstName, lastName, email }) => [firstName, lastName, email])).toEqual([
      ['Jane', 'Doe', 'jane@x.example'],
      ['Ann', 'Lee', 'ann.lee@x.example'],
      ['Max', 'Roe', 'max@x.example'],
    ]);
    expect(rows.map(({ cells }) => ownerOf(cells))).toEqual([
      'jane_doe',
      'jane_doe',
      'jane_doe',
      'ann_lee',
      'ann_lee',
      'max_roe',
      'max_roe',
    ]);
  });
});

describe('companies', () => {
  it('are told apart by domain where there are no ids', () => {
    const { rows, columns } = read(
      'Deal Name,Deal Stage,Associated Company,Associated Company Domain\nA,B,Alpha,https://www.alpha.example/\nC,D,Alpha GmbH,ALPHA.example\nE,F,,beta.example',
    );
    expect(companiesOf(rows, columns, () => null)).toEqual([
      { key: 'domain alpha.example', name: 'Alpha', domain: 'alpha.example', owner: null },
      { key: 'domain beta.example', name: 'beta.example', domain: 'beta.example', owner: null },
    ]);
  });

  it('and deals are not told apart by ids that a spreadsheet has cut', () => {
    const { rows, rejected, columns, guesses } = read(
      'Record ID,Deal Name,Deal Stage,Currency,Associated Company,Associated Company IDs\n1.23E+10,A,B,EUR,Alpha,2.1E+10\n1.23E+10,C,D,EUR,Beta,2.1E+10',
    );
    expect([rows.length, rejected]).toEqual([2, []]);
    expect(companiesOf(rows, columns, () => null).map(({ name }) => name)).toEqual(['Alpha', 'Beta']);
    expect(guesses).toEqual([
      'Ids such as 1.23E+10 were cut by a spreadsheet in 2 rows: they are not used to tell deals or companies apart.',
    ]);
  });
});

describe('names of stages', () => {
  it.each([
    ['Closed Won', 'won'],
    ['WON!', 'won'],
    ['Won – paid', 'won'],
    ['Closed lost', 'lost'],
    ['Cancelled', 'lost'],
    ['Won’t buy', null],
    ["won't", null],
    ['Wonderful lead', null],
    ['Not won', 'lost'],
    ['Gewonnen', 'won'],
    ['Auftrag gewonnen', 'won'],
    ['Nicht gewonnen', 'lost'],
    ['Verloren', 'lost'],
    ['Abgelehnt', 'lost'],
    ['Gagné', 'won'],
    ['Affaire gagnée', 'won'],
    ['Perdue', 'lost'],
    ['Non gagné', 'lost'],
    ['Perdure', null],
    ['Ganado', 'won'],
    ['Cierre ganada', 'won'],
    ['Perdido', 'lost'],
    ['Chiuso vinto', 'won'],
    ['Trattativa vinta', 'won'],
    ['Persa', 'lost'],
    ['Personale', null],
    ['Gewonnen deal', 'won'],
    ['Afgewezen', 'lost'],
    ['Niet gewonnen', 'lost'],
    ['Negócio ganho', 'won'],
    ['Venda ganha', 'won'],
    ['Não ganho', 'lost'],
    ['Perdida', 'lost'],
    ['Vunnen', 'won'],
    ['Förlorad', 'lost'],
    ['Vundet', 'won'],
    ['Tabt', 'lost'],
    ['Wygrana', 'won'],
    ['Przegrana', 'lost'],
    ['Angebot', null],
    ['Négociation', null],
    ['', null],
  ])('%s: %s', (label, outcome) => {
    expect(outcomeNamed(label)).toBe(outcome);
    expect(outcomeNamed(label.normalize('NFD'))).toBe(outcome);
  });

  it('stand beside a status that says how the deal ended', () => {
    const { rows, placeOf } = read('Deal - Title,Deal - Stage,Deal - Status\nA,Talks,Won\nB,Talks,Open\nC,Talks,Lost');
    expect(rows.map(({ cells }) => placeOf(cells).dealstage)).toEqual(['closedwon', 'talks', 'closedlost']);
  });
});
