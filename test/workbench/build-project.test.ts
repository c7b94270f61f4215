import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildProject, ProjectError } from '../../workbench/foreign/build-project.ts';

const home = mkdtempSync(join(tmpdir(), 'packages-'));
const project = join(home, 'theirs');
const functions = join(project, 'src', 'app', 'functions');
afterAll(() => rmSync(home, { recursive: true }));

function write(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
}

/** Functions that want a package of their own folder, so that npm needs no network. */
function writeProject(): void {
  write(join(project, 'hsproject.json'), { name: 'theirs', srcDir: 'src' });
  write(join(project, 'src', 'app', 'app-hsmeta.json'), { config: { name: 'Theirs' } });
  write(join(functions, 'parcels', 'package.json'), { name: 'parcels', version: '1.0.0' });
  write(join(functions, 'package.json'), { name: 'functions', dependencies: { parcels: 'file:parcels' } });
}

const packages = { 'node_modules/parcels': { resolved: 'parcels', link: true }, parcels: { version: '1.0.0' } };
const lockOf = (dependencies: object, of: object) => ({
  name: 'functions',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'functions', dependencies }, ...of },
});

describe('packages of a project', () => {
  const build = () => buildProject(project, join(home, 'build'), () => undefined);
  const installed = join(home, 'build', 'source', 'src', 'app', 'functions', 'node_modules', 'parcels');

  it('are those of a lockfile that fits', async () => {
    writeProject();
    write(join(functions, 'package-lock.json'), lockOf({ parcels: 'file:parcels' }, packages));
    expect((await build()).remarks).toEqual([]);
    expect(existsSync(installed)).toBe(true);
  });

  it('are chosen by npm where the lockfile is out of step, and each start says so', async () => {
    const lock = lockOf({}, {});
    write(join(functions, 'package-lock.json'), lock);
    const remark =
      'src/app/functions/package-lock.json does not fit src/app/functions/package.json, and "npm ci" refuses it. "npm install" chose the packages instead; run it in src/app/functions and keep the lockfile it writes.';
    expect((await build()).remarks).toEqual([remark]);
    expect(existsSync(installed)).toBe(true);
    expect((await build()).remarks).toEqual([remark]);
    expect(JSON.parse(readFileSync(join(functions, 'package-lock.json'), 'utf8'))).toEqual(lock);
  });

  it('that npm cannot find stop the build', async () => {
    rmSync(join(functions, 'package-lock.json'));
    write(join(functions, 'package.json'), { name: 'functions', dependencies: { parcels: 'file:nowhere.tgz' } });
    await expect(build()).rejects.toThrow(ProjectError);
  });
});
