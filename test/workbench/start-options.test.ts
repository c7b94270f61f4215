import { describe, expect, it } from 'vitest';
import { progressLine } from '../../commands/start/progress-line.ts';
import { readStartOptions, refuseOtherOrigins, UsageError } from '../../commands/start/start-options.ts';

describe('readStartOptions', () => {
  it('has defaults for everything', () => {
    expect(readStartOptions([])).toEqual({
      port: 4400,
      reset: false,
      isEmpty: false,
      generatedDeals: 0,
      importFile: null,
      lineItemsFile: null,
      invoicesFile: null,
      notation: {},
      project: null,
    });
  });

  it('reads each option', () => {
    expect(readStartOptions(['--port', '5000', '--deals=100000', '--reset'])).toEqual({
      port: 5000,
      reset: true,
      isEmpty: false,
      generatedDeals: 100_000,
      importFile: null,
      lineItemsFile: null,
      invoicesFile: null,
      notation: {},
      project: null,
    });
    expect(readStartOptions(['--project', '../theirs']).project).toBe('../theirs');
    expect(readStartOptions(['--empty']).isEmpty).toBe(true);
    expect(readStartOptions(['--import', 'my deals.csv']).importFile).toBe('my deals.csv');
    expect(
      readStartOptions(['--import', 'deals.csv', '--decimal', 'comma', '--dates', 'month-first']).notation,
    ).toEqual({ mark: ',', dayOrder: 'month first' });
  });

  it.each([
    [['--port', 'http'], '--port needs a whole number up to 65,535, got http.'],
    [['--port', '65536'], '--port needs a whole number up to 65,535, got 65536.'],
    [['--deals', '1.5'], '--deals needs a whole number up to 100,000, got 1.5.'],
    [['--deals', '100001'], '--deals needs a whole number up to 100,000, got 100001.'],
    [
      ['--import', 'deals.csv', '--empty'],
      '--import fills an account of its own: --deals and --empty are for another one.',
    ],
    [['--import', 'deals.csv', '--decimal', ';'], '--decimal needs comma or point, got ;.'],
    [['--import', 'deals.csv', '--dates', 'dmy'], '--dates needs day-first or month-first, got dmy.'],
    [
      ['--project', '../theirs', '--deals', '5'],
      '--project has an account of its own, empty at first: --deals, --empty and --import are for this app.',
    ],
    [
      ['--import-invoices', 'invoices.csv'],
      '--import-line-items and --import-invoices belong to deals: name their file with --import.',
    ],
    [['--dates', 'day-first'], '--decimal and --dates say how a file is written: name it with --import.'],
    [
      ['--empty', '--deals', '5'],
      '--empty and --deals exclude each other: an empty account has no customers to sell to.',
    ],
  ])('refuses %j', (args, message) => {
    expect(() => readStartOptions(args)).toThrow(new UsageError(message));
  });

  it('names an option there is none of, and shows those there are', () => {
    expect(() => readStartOptions(['--fast'])).toThrow(/'--fast'.*\nUsage: npm start -- \[--port 4400\]/s);
  });
});

describe('refuseOtherOrigins', () => {
  it('takes this machine, and no other', () => {
    for (const origin of [undefined, '', 'http://127.0.0.1:4400', 'http://localhost:4400'])
      expect(() => refuseOtherOrigins(origin)).not.toThrow();
    expect(() => refuseOtherOrigins('https://api.hubapi.com')).toThrow(
      new UsageError(
        'The workbench fills accounts on this machine only, and HUBSPOT_API_ORIGIN names https://api.hubapi.com. Unset it first.',
      ),
    );
    expect(() => refuseOtherOrigins('http://127.0.0.1.example.com')).toThrow(UsageError);
  });
});

describe('progressLine', () => {
  it('writes one line over and over on a terminal', () => {
    const written: string[] = [];
    const show = progressLine(
      { isTTY: true, write: (text: string | Uint8Array) => written.push(String(text)) > 0 },
      () => 0,
    );
    show('deals', 100, 1_200);
    show('deals', 1_200, 1_200);
    expect(written).toEqual(['\r  100 of 1,200 deals\u001B[K', '\r  1,200 of 1,200 deals\u001B[K\n']);
  });

  it('writes a line now and then elsewhere, and always the last', () => {
    const written: string[] = [];
    let nowMs = 0;
    const show = progressLine(
      { isTTY: false, write: (text: string | Uint8Array) => written.push(String(text)) > 0 },
      () => nowMs,
    );
    for (const done of [100, 200, 300, 400]) {
      show('deals', done, 400);
      nowMs += 1_000;
    }
    show('app set up', 1, 1);
    expect(written).toEqual(['  100 of 400 deals\n', '  300 of 400 deals\n', '  400 of 400 deals\n', '  app set up\n']);
  });
});
