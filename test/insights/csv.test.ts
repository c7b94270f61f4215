import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, textOfCsvCell } from '@deal-terms/core/insights';

const cellsOf = (csv: string): string[][] => parse(csv);

describe('csvOf', () => {
  it('quotes what must be quoted and leaves the rest', () => {
    expect(
      csvOf([
        ['Deal', 'Gain'],
        ['Clocks, "large"', -12.5],
        ['two\nlines', null],
        ['-3', 0],
      ]),
    ).toBe('Deal,Gain\r\n"Clocks, ""large""",-12.5\r\n"two\nlines",\r\n-3,0\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1', "'+49 30 1"],
    ['-5 % promo', "'-5 % promo"],
    ['@sum(a1)', "'@sum(a1)"],
    ['＝1+1', "'＝1+1"],
    ['－1', "'－1"],
    ['\t=1', "'\t'=1"],
    ['\r1', "'\r1"],
    ['small;=1+1', "small;'=1+1"],
    ['two\n@lines', "two\n'@lines"],
    ["'=1", "''=1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
  ])('writes %j so that no spreadsheet runs it, and reads it back', (typed, written) => {
    expect(cellsOf(csvOf([[typed]]))[0]?.[0]).toBe(written);
    expect(textOfCsvCell(written)).toBe(typed);
  });

  it('leaves numbers and signs within a text alone', () => {
    expect(csvOf([['-3', 'a-b = c', 'x; y', "it's"]])).toBe("-3,a-b = c,x; y,it's\r\n");
  });

  it('is read back as it was written, and never starts a cell as a formula', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string(),
            fc.string({
              unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a', '1', "'", ';', '＝'),
            }),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (rows) => {
          const cells = cellsOf(csvOf([['a', 'b'], ...rows])).slice(1);
          expect(cells).toHaveLength(rows.length);
          for (const [index, row] of rows.entries()) {
            for (const [column, typed] of row.entries()) {
              const cell = cells[index]?.[column] ?? '';
              expect(textOfCsvCell(cell)).toBe(typed);
              expect(cell).not.toMatch(/^(?:[=@＝\t\r]|[+-](?!\d+(?:\.\d+)?$))|[;\n]=/);
            }
          }
        },
      ),
    );
  });
});
