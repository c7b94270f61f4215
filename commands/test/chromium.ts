import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
}

/** A browser on this machine: `CHROMIUM_PATH`, one on the path, or the one Playwright downloaded. */
function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []), ...onPath, chromium.executablePath()].find(isProgram);
}

function run(command: string, ...args: string[]): boolean {
  console.error(`  ${[command, ...args].join(' ')}`);
  return (
    spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

/**
 * Path of a Chromium, installing one if there is none: from the system's packages as root, else Playwright's own download.
 * Says on standard error what it does.
 *
 * @throws {Error} when none can be had
 */
export function ensureChromium(): string {
  const present = findChromium();
  if (present !== undefined) return present;
  console.error('No Chromium on this machine; installing one.');
  if (process.getuid?.() === 0 && run('apt-get', 'update', '-qq'))
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  if (findChromium() === undefined)
    run(process.execPath, join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium');
  const installed = findChromium();
  if (installed === undefined)
    throw new Error(
      'The browser tests need Chromium and none could be installed. Install one and name it in CHROMIUM_PATH.',
    );
  return installed;
}
