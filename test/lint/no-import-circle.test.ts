import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error -- ESLint reads the rule as it stands: it is JavaScript and has no declarations
import { noImportCircle } from '../../lint/no-import-circle.mjs';

let folder: string;
const files = {
  'one.ts': `import type { Two } from './two.ts';\nexport type One = { readonly two: Two };\n`,
  'two.ts': `export type { Three as Two } from './three.ts';\n`,
  'three.ts': `import type { One } from './one.ts';\nexport type Three = { readonly one: One | null };\n`,
  'apart.ts': `import type { One } from './one.ts';\nexport const none: One | null = null;\n`,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circle-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

function complaints(name: keyof typeof files): string[] {
  const linter = new Linter({ cwd: folder });
  const plugins = { rooms: { rules: { 'no-import-circle': noImportCircle as never } } };
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    plugins,
    rules: { 'rooms/no-import-circle': 'error' as const },
  };
  return linter.verify(files[name], config, { filename: join(folder, name) }).map(({ message }) => message);
}

describe('no-import-circle', () => {
  it('sees a circle of three files that only import types of each other, from each of them', () => {
    expect(complaints('one.ts')).toEqual(['This import closes a circle: one.ts → two.ts → three.ts → one.ts.']);
    expect(complaints('two.ts')).toEqual(['This import closes a circle: two.ts → three.ts → one.ts → two.ts.']);
    expect(complaints('three.ts')).toEqual(['This import closes a circle: three.ts → one.ts → two.ts → three.ts.']);
  });

  it('leaves alone a file that imports one of them and is imported by none', () => {
    expect(complaints('apart.ts')).toEqual([]);
  });
});
