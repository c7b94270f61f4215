// The door of every npm script, in plain Node: installs from the lockfile and builds when needed, then runs build/commands/<name>.mjs.
// Nothing but the command's own result goes to standard output.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...args] = process.argv.slice(2);

/** Commands that need the extensions, functions and the workbench's page as well. */
const needsEverything = new Set(['start', 'test', 'bench', 'deploy']);
const sources = [
  'src',
  'serverless',
  'commands',
  'demo',
  'import',
  'workbench',
  'extensions',
  'bench',
  'package-lock.json',
];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.deal-terms-lock');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.error('Installing dependencies from the lockfile …');
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) fail('npm ci failed; see above.');
  writeFileSync(installed, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const entry of readdirSync(path).sort())
        if (entry !== 'node_modules' && entry !== 'results.json') visit(join(path, entry));
    } else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex');
}

/** Runs `make` unless the stamp says it was run for these very sources. */
async function unlessDone(stamp, wanted, make) {
  const file = join(root, 'build', `.${stamp}`);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

async function bundleCommands() {
  const { build } = await import('esbuild');
  const entryPoints = readdirSync(join(root, 'commands'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'commands', file));
  await build({
    entryPoints,
    outdir: join(root, 'build', 'commands'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    sourcemap: 'linked',
    logLevel: 'error',
    absWorkingDir: root,
    plugins: [
      {
        name: 'only-the-workspaces-are-bundled',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@deal-terms/') ? undefined : { path, external: true },
          ),
      },
    ],
  });
}

function runNode(script, scriptArgs, stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...scriptArgs], { cwd: root, stdio });
    // The terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

const script = (command) => join(root, 'build', 'commands', `${command}.mjs`);

requireNode();
if (!/^[a-z-]+$/.test(name ?? '') || !existsSync(join(root, 'commands', `${name}.ts`)))
  fail(`There is no command ${name ?? ''}: npm run lists them.`);
install();
const wanted = fingerprint();
await unlessDone('commands', wanted, bundleCommands);
if (needsEverything.has(name)) {
  await unlessDone('everything', wanted, async () => {
    if (await runNode(script('build'), [], ['ignore', 2, 2])) process.exit(1);
  });
}
process.exitCode = await runNode(script(name), args, 'inherit');
