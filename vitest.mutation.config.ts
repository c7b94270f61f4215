import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/**
 * Doors of a workspace package as files of this folder. Stryker mutates a copy of the repository, whose `node_modules` is the repository's own:
 * through it tests would import the packages as they are, and no mutant would ever be seen.
 */
function doorsOf(folder: string): Record<string, string> {
  const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string>>;
  };
  return Object.fromEntries(
    Object.entries(exports).map(([door, file]) => [join(name, door), join(root, folder, file)] as const),
  );
}

/** Tests that hold the mutated room: a score is the fewest mutants they kill, as tests of other rooms may kill more. */
const testsOf: readonly (readonly [mutated: string, rooms: string])[] = [
  ['serverless', 'serverless'],
  ['src/scoring', 'core'],
  ['src/plan', 'plan'],
  [
    'src',
    '{core,crm,terms,themes,meetings,evidence,deal-state,plan,expedite,offers,insights,learning,fair-dealing,words,messages,contracts,commands}',
  ],
];
const mutated = process.env['MUTATED'] ?? 'src';
const rooms = testsOf.find(([start]) => mutated.startsWith(start))?.[1] ?? '*';

/** Tests for `npm run mutate`, which names the mutated folder in `MUTATED`. */
export default defineConfig({
  resolve: { alias: { ...doorsOf('src'), ...doorsOf('extensions/ui') } },
  test: {
    include: [`test/${rooms}/**/*.test.{ts,tsx}`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
