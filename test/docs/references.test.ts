import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const read = (file: string) => readFileSync(file, 'utf8');
const code = files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && !file.startsWith('test/docs/'));

const numbersIn = (text: string) => text.match(/\d+/g) ?? [];

/** Numbers of a document's sections: `## 3. Flow` and `## 3 Flow`. */
const sections = (file: string) => new Set([...read(file).matchAll(/^#+ (\d+)[. ]/gm)].map(([, number]) => number));

it('leads from every comment that names a document’s section to one that is there', () => {
  const missing = code.flatMap((file) =>
    [...read(file).matchAll(/(docs\/[a-z-]+\.md),? sections? \d+(?:(?: to |, | and )\d+)*/g)].flatMap(
      ([text, document = '']) =>
        existsSync(document) && numbersIn(text).every((number) => sections(document).has(number))
          ? []
          : [`${file}: ${text}`],
    ),
  );
  expect(missing).toEqual([]);
});

it('names no paper that is not in the repository', () => {
  const papers = code.flatMap((file) =>
    [...read(file).matchAll(/\((?:design|platform|workbench)[:,] [a-z ]+\)/gi)].map(([text]) => `${file}: ${text}`),
  );
  expect(papers).toEqual([]);
});

it('leads from every link between documents to a file that is there', () => {
  const broken = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)]*)?\)/g)]
        .filter(([, target = '']) => !existsSync(join(dirname(file), target)))
        .map(([text]) => `${file}: ${text}`),
    );
  expect(broken).toEqual([]);
});

it('names files in documents that are there', () => {
  const named = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((document) =>
      [
        ...read(document).matchAll(
          /`((?:src(?!\/app\/)|extensions|serverless|commands|test|workbench|demo|import|bench|docs|\.github)\/[^`*<>]+\.[a-z]+)`/g,
        ),
      ].map(([, file = '']) => ({ document, file })),
    );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
});

it('names npm scripts that are there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/npm run (?:--silent |-s )?([a-z][a-z:]*)/g)].map(([, name = '']) => ({ file, name })),
    );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
});
