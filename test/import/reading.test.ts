import { describe, expect, it } from 'vitest';
import { readTable } from '../../import/csv-table.ts';
import { createDateReader, dayOrderIn } from '../../import/dates.ts';
import { ImportFileError } from '../../import/import-error.ts';
import { readNumber, undoubtedMark } from '../../import/numbers.ts';
import { readDealsFile } from '../../import/read-deals-file.ts';
import { valueReader } from '../../import/value-reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readDealsFile({ name: 'deals.csv', bytes: bytes(text), timeZone: 'Europe/Berlin' });

describe('readTable', () => {
  it('reads quotes, newlines in fields, a byte order mark and mixed line ends, and counts lines as an editor does', () => {
    const { header, rows } = readTable(
      bytes('\uFEFFDeal Name,Why\r\n"Big, ""first""","two\nlines"\r\n\r\n,\nSmall,one\n'),
    );
    expect(header).toEqual(['Deal Name', 'Why']);
    expect(rows).toEqual([
      { line: 2, cells: ['Big, "first"', 'two\nlines'] },
      { line: 6, cells: ['Small', 'one'] },
    ]);
  });

  it('counts a line end of two characters within quotes as one', () => {
    expect(readTable(bytes('Deal Name,Why\r\nBig,"two\r\nlines"\r\nSmall,one')).rows).toEqual([
      { line: 2, cells: ['Big', 'two\nlines'] },
      { line: 4, cells: ['Small', 'one'] },
    ]);
  });

  it.each([[';'], ['\t']])('finds the delimiter %j', (delimiter) => {
    expect(
      readTable(bytes(`Name, short${delimiter}Why${delimiter}City\na${delimiter}"b${delimiter}c"${delimiter}`)),
    ).toMatchObject({
      header: ['Name, short', 'Why', 'City'],
      rows: [{ line: 2, cells: ['a', `b${delimiter}c`, ''] }],
    });
  });

  it.each([
    ['', 'The file is empty.'],
    ['a,b\n1,"never closed\n2,3', 'Quote Not Closed'],
  ])('refuses %j', (text, message) => {
    expect(() => readTable(bytes(text))).toThrow(ImportFileError);
    expect(() => readTable(bytes(text))).toThrow(message);
  });

  it('refuses what is not UTF-8', () => {
    expect(() => readTable(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]))).toThrow('not text in UTF-8');
  });
});

describe('numbers', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['€1,234', '1234'],
    ['US$ 1,234,567.5', '1234567.5'],
    ['-12', '-12'],
    ['EUR 60 000', '60000'],
    ['.5', '0.5'],
    ['45%', '0.45'],
    ['1,20,000', '120000'],
    ['1e3', '1000'],
  ])('reads %s', (text, value) => expect(readNumber(text, '.')).toBe(value));

  it.each([
    ['1.234,56', '1234.56'],
    ['1.234', '1234'],
    ['12,5 €', '12.5'],
    ['1’234,5', '1234.5'],
  ])('reads %s where decimals follow a comma', (text, value) => expect(readNumber(text, ',')).toBe(value));

  it.each(['', 'lots', '1e999', '9'.repeat(400), '1.2.3', '12,34', '1-2', '€'])('refuses %j', (text) =>
    expect(readNumber(text, '.')).toBeNull(),
  );

  it.each([
    ['500 kr', '500'],
    ['kr 1.200,50', '1200.50'],
    ['Fr. 80', '80'],
    ['1.234,56 zł', '1234.56'],
    ['R$ 1.234,56', '1234.56'],
    ['€ -500', '-500'],
    ['-€500', '-500'],
    ['500-', '-500'],
    ['(1.200)', '-1200'],
    ['500,-', '500'],
    ['500,-- €', '500'],
    ['₺ 12', '12'],
    ['1 234 567,5 Kč', '1234567.5'],
  ])('reads the amount %s', (text, value) => expect(readNumber(text, ',')).toBe(value));

  it.each(['500 apples', 'EUR 5 USD', '--5', '(-5)', '5 6 7 x', 'kr', '12 kr. 5'])('refuses %j', (text) =>
    expect(readNumber(text, '.')).toBeNull(),
  );

  it.each([
    ['1,234', null],
    ['1.234.567', ','],
    ['0,450', ','],
    ['1,5', ','],
    ['1.234,56', ','],
    ['$1,234.56', '.'],
    ['12.5 %', '.'],
    ['1234,567', ','],
    ['12', null],
    ['lots', null],
  ])('knows the decimal mark of %s to be %s', (text, mark) => expect(undoubtedMark(text)).toBe(mark));
});

describe('dates', () => {
  const dates = createDateReader('Europe/Berlin', 'day first');
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-07-01 13:45', '2026-07-01T11:45:00.000Z'],
    ['2026-12-01T08:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['1764547200000', '2025-12-01T00:00:00.000Z'],
    ['3/4/2026', '2026-04-02T22:00:00.000Z'],
    ['03.04.2026 9:05', '2026-04-03T07:05:00.000Z'],
    ['Mar 15, 2026 3:45 PM', '2026-03-15T14:45:00.000Z'],
    ['15 March 2026', '2026-03-14T23:00:00.000Z'],
  ])('reads %s as an instant', (text, instant) => expect(dates.instant(text)).toBe(instant));

  it('reads a day as it is written, and an instant as the day it is in the account', () => {
    expect(dates.date('2026-03-29 23:30')).toBe('2026-03-29');
    expect(dates.date('2026-03-28T23:30:00Z')).toBe('2026-03-29');
  });

  it.each(['', 'soon', '2026-02-30', '31/11/2026', '2026-01-01 25:00', '13:45'])('refuses %j', (text) =>
    expect(dates.instant(text)).toBeNull(),
  );

  it.each([
    ['31/12/26', '2026-12-31'],
    ['5.3.27', '2027-03-05'],
    ['15. März 2027', '2027-03-15'],
    ['15 Mär 27', '2027-03-15'],
    ['15 mars 2027', '2027-03-15'],
    ['3 déc. 2026', '2026-12-03'],
    ['1er août 2027', '2027-08-01'],
    ['15 de marzo de 2027', '2027-03-15'],
    ['15 ene 2027', '2027-01-15'],
    ['15 gennaio 2027', '2027-01-15'],
    ['15 mrt 2027', '2027-03-15'],
    ['15 mei 2027', '2027-05-15'],
    ['15-Mar-27', '2027-03-15'],
    ['Fri, 15 Jan 2027', '2027-01-15'],
    ['Montag, 15. Februar 2027', '2027-02-15'],
    ['March 15th, 2027', '2027-03-15'],
    ['20270315', '2027-03-15'],
    ['2027/03/15', '2027-03-15'],
    ['1764547200', '2025-12-01'],
    ['2026-12-01 08:00:00 UTC', '2026-12-01'],
    ['2026-12-01T23:30:00.000+0000', '2026-12-02'],
    ['2026-12-01 23:30:00+00', '2026-12-02'],
  ])('reads %s as a day', (text, date) => expect(dates.date(text)).toBe(date));

  it.each(['31 Foo 2027', '32 Jan 2027', '00000000', 'März 2027'])('refuses the day %j', (text) =>
    expect(dates.date(text)).toBeNull(),
  );

  it.each([
    ['3/4/2026', null],
    ['13/4/2026', 'day first'],
    ['3/14/26', 'month first'],
    ['3.4.2026', 'day first'],
    ['4/4/2026', undefined],
    ['2026-04-03', undefined],
  ])('knows the order of %s to be %s', (text, order) => expect(dayOrderIn(text)).toBe(order));
});

describe('valueReader', () => {
  const notation = { mark: '.', dates: createDateReader('UTC', 'month first') } as const;
  const levers = {
    type: 'enumeration',
    fieldType: 'checkbox',
    options: [
      { value: 'shorter_terms', label: 'Shorter terms' },
      { value: 'forecast', label: 'Forecast commitment' },
    ],
  };

  it('takes labels and values of a list', () => {
    expect(valueReader(levers, notation)('shorter TERMS; forecast')).toEqual({
      ok: true,
      value: 'shorter_terms;forecast',
    });
    expect(valueReader(levers, notation)('Barter')).toEqual({
      ok: false,
      reason: '“Barter” is none of Shorter terms, Forecast commitment',
      kind: 'none of Shorter terms, Forecast commitment',
    });
  });

  it('takes yes and no', () => {
    expect(valueReader({ type: 'bool', fieldType: 'booleancheckbox', options: [] }, notation)('Yes')).toEqual({
      ok: true,
      value: 'true',
    });
  });
});

describe('readDealsFile', () => {
  it.each([
    [
      'Company name,City\nA,B',
      'This is not a deals export: there is no column Deal Name and no column Deal Stage. It has: Company name, City.',
    ],
    [
      'Deal Name,Deal Stage\n,Won\nA,',
      'There is no row that can be imported.\nLine 2: it has no deal name.\nLine 3: it has no deal stage.',
    ],
  ])('refuses %j', (text, message) => expect(() => read(text)).toThrow(new ImportFileError(message)));

  it('finds the people, pipelines and stages the deals name, and which stages are closed', () => {
    const { profile } = read(
      'Deal Name,Deal Stage,Pipeline,Deal owner,Deal probability\nA,Angebot,Neugeschäft,Jane van Doe,40%\nB,Verloren,Neugeschäft,Ann (ann@x.example),\nC,closedwon,Neugeschäft,,\nD,Anfrage,Neugeschäft,JANE VAN DOE,0.1\nE,Closed Won,Renewals,,',
    );
    expect(
      profile.people
        .slice(2)
        .map(({ key, firstName, lastName, email, seesAll }) => [key, firstName, lastName, email, seesAll]),
    ).toEqual([
      ['jane_van_doe', 'Jane', 'van Doe', 'jane_van_doe@imported.example', false],
      ['ann', 'Ann', '', 'ann@x.example', false],
    ]);
    expect(
      profile.pipelines.map(({ id, label, stages }) => [
        id,
        label,
        stages.map((stage) => [stage.id, stage.label, stage.metadata]),
      ]),
    ).toEqual([
      [
        'default',
        'Neugeschäft',
        [
          ['anfrage', 'Anfrage', { probability: '0.1', isClosed: 'false' }],
          ['angebot', 'Angebot', { probability: '0.4', isClosed: 'false' }],
          ['closedwon', 'Closed Won', { probability: '1.0', isClosed: 'true' }],
          ['verloren', 'Verloren', { probability: '0.0', isClosed: 'true' }],
        ],
      ],
      ['renewals', 'Renewals', [['renewals_closedwon', 'Closed Won', { probability: '1.0', isClosed: 'true' }]]],
    ]);
  });

  it('finds home currency and rates from the amounts HubSpot has converted', () => {
    const { profile } = read(
      'Deal Name;Deal Stage;Amount;Currency;Amount in company currency\nA;Won;1.000,00;usd;920,00\nB;Won;500,00;USD;460,00\nC;Won;70;EUR;70\nD;Won;9;JPY;',
    );
    expect([profile.homeCurrency, profile.currencies]).toEqual(['EUR', { USD: 0.92, JPY: null }]);
  });
});
