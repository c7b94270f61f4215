import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownTable } from '@deal-terms/core/insights';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const textOf = (html: string): string =>
  html
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const hostile = [
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '[link](javascript:alert(1))',
  '![x](http://example.com/x.png)',
  '<img src=x onerror=alert(1)>',
  '<b>bold</b>',
  '**bold** _it_ `code`',
  'www.example.com',
  'https://example.com/a?b=c',
  'ann@example.com',
  'a | b',
  '~~gone~~',
  '---',
  '&lt;b&gt;',
  '\\*',
  '    code',
  'a\n\nb',
  '=1+1',
];

describe('escapeMarkdown', () => {
  it.each(hostile)('shows %j as it was typed', (typed) => {
    const html = marked.parse(escapeMarkdown(typed), { async: false });
    expect(html).toMatch(/^<p>[^<]*<\/p>\n$/);
    expect(textOf(html.slice(3, -5))).toBe(typed.replace(/\s+/g, ' ').trim());
  });

  it('never lets any text become markup, alone or in a table', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join(' ')),
        ),
        (typed) => {
          const escaped = escapeMarkdown(typed);
          const tags = [
            ...marked
              .parse(markdownTable({ head: ['Why', 'Gain'], alignRight: [1], rows: [[escaped, '1']] }), {
                async: false,
              })
              .matchAll(/<\/?([a-z]+)/g),
          ].map(([, tag]) => tag);
          expect(new Set(tags)).toEqual(new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td']));
          expect(marked.parse(`Why: ${escaped}`, { async: false })).toMatch(/^<p>[^<]*<\/p>\n$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('markdownTable', () => {
  it('writes head, alignment and rows', () => {
    expect(
      markdownTable({
        head: ['Deal', 'Gain'],
        alignRight: [1],
        rows: [
          ['A', '1'],
          ['B', '2'],
        ],
      }),
    ).toBe('| Deal | Gain |\n| --- | --: |\n| A | 1 |\n| B | 2 |');
  });
});
