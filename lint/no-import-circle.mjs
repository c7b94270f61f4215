import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Files as they were read: which of ours each imports, kept as long as the file is the same. */
const known = new Map();

/** Files of ours that a file imports or re-exports by a relative path, types included. */
function importsOf(file) {
  let modified;
  try {
    modified = statSync(file).mtimeMs;
  } catch {
    return [];
  }
  const read = known.get(file);
  if (read?.modified === modified) return read.imports;
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const imports = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  const resolved = imports.map((name) => resolve(dirname(file), name));
  known.set(file, { modified, imports: resolved });
  return resolved;
}

/** The shortest way along imports from one file to another, both included; null when there is none. */
function wayBetween(from, to) {
  const cameFrom = new Map([[from, null]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way = [];
      for (let step = file; step !== null; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  }
  return null;
}

/**
 * No file may import itself by way of others. `import-x/no-cycle` says the same of values and passes over
 * `import type`, but two files whose types need each other are as hard to read as two whose values do.
 */
export const noImportCircle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { circle: 'This import closes a circle: {{way}}.' },
  },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const file = context.filename;
      const way = wayBetween(resolve(dirname(file), source), file);
      if (way === null) return;
      const names = [file, ...way].map((step) => relative(context.cwd, step)).join(' → ');
      context.report({ node, messageId: 'circle', data: { way: names } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
