import { describe, expect, it } from 'vitest';
import { readTable } from '../../import/csv-table.ts';
import { createDateReader, dayOrderOf } from '../../import/dates.ts';
import { ImportFileError } from '../../import/import-error.ts';
import { decimalMarkOf, readNumber } from '../../import/numbers.ts';
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
    ).toEqual({ header: ['Name, short', 'Why', 'City'], rows: [{ line: 2, cells: ['a', `b${delimiter}c`, ''] }] });
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

  it('tells the decimal mark by the first number that leaves no doubt', () => {
    expect(decimalMarkOf(['1,234', '1.234', '12'])).toBe('.');
    expect(decimalMarkOf(['1,234', '0,450'])).toBe(',');
    expect(decimalMarkOf(['1.234', '1.234.567'])).toBe(',');
    expect(decimalMarkOf(['60,000', '1,5'])).toBe(',');
  });
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

  it('tells the order of day and month by the first date that leaves no doubt', () => {
    expect(dayOrderOf(['3/4/2026', '13/4/2026'])).toEqual({ order: 'day first', isGuess: false });
    expect(dayOrderOf(['3/4/2026', '3/14/2026'])).toEqual({ order: 'month first', isGuess: false });
    expect(dayOrderOf(['3/4/2026'])).toEqual({ order: 'month first', isGuess: true });
    expect(dayOrderOf(['2026-04-03'])).toBeNull();
  });
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
