import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBuiltProject } from '../../commands/deploy/built-project.ts';
import { checkProject } from '../../commands/deploy/check-project.ts';
import { gates } from '../../commands/deploy/gates.ts';
import { uploadCommand } from '../../commands/deploy/upload-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  cpSync('build/hubspot', join(folder, 'project'), { recursive: true });
  cpSync('build/extensions', join(folder, 'bundles'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const app = (...path: string[]) => join(folder, 'project', 'src', 'app', ...path);
const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
};
const problems = async (environment: Record<string, string> = {}) => {
  const checks = await checkProject(readBuiltProject(join(folder, 'project'), join(folder, 'bundles')), environment);
  return checks.flatMap(({ what, problems: found }) => found.map((problem) => `${what}: ${problem}`));
};

describe('npm run deploy -- --check', () => {
  it('finds nothing in the project as it is built, and leaves the environment alone', async () => {
    const before = process.env['HUBSPOT_ACCOUNT_ID'];
    expect(await problems()).toEqual([]);
    expect(process.env['HUBSPOT_ACCOUNT_ID']).toBe(before);
  });

  it('finds scopes too few and too many, a missing file, another React, secrets and a large bundle', async () => {
    change(app('app-hsmeta.json'), '"crm.objects.owners.read"', '"crm.objects.carts.read"');
    change(app('functions', 'open_deal-hsmeta.json'), '/app/functions/open-deal.js', '/app/functions/gone.js');
    change(app('package-lock.json'), /("node_modules\/react": \{\s+"version": ")[^"]+/, '$119.0.0');
    change(app('functions', 'score-deal.js'), /$/, '\n// pat-na1-0123abcd-4567');
    change(
      join(folder, 'bundles', 'deal_terms_card', 'DealTermsCard.js'),
      /$/,
      `\n// ${Array.from({ length: 120_000 }, (_, place) => ((place * 7919) % 104_729).toString(36)).join('')} opensesame`,
    );
    expect(await problems({ POLICY_EDIT_KEY: 'opensesame', HUBSPOT_ACCESS_TOKEN: '1' })).toEqual([
      `Entry points: open_deal names ${app('functions', 'gone.js')}, which is not there`,
      'Scopes against the API calls made: crm.objects.owners.read is missing: GET owners needs it',
      'Scopes against the API calls made: crm.objects.carts.read is asked for and no call needs it',
      'React: HubSpot provides React 18.3.1',
      expect.stringMatching(/^Bundle sizes, gzipped: deal_terms_card has \d+\.\d KB, more than 120\.0 KB$/),
      'Bundle sizes, gzipped: open_deal has no bundle',
      `Secrets: ${join('src', 'app', 'functions', 'score-deal.js')} holds an access token`,
      `Secrets: ${join('deal_terms_card', 'DealTermsCard.js')} holds the value of POLICY_EDIT_KEY`,
    ]);
  });

  it('finds that the folder is a git worktree, from which HubSpot’s upload fails', async () => {
    writeFileSync(join(folder, '.git'), 'gitdir: /elsewhere/.git/worktrees/this\n');
    expect(await problems()).toEqual([
      `Folder: ${folder} is a git worktree, and from there HubSpot’s upload fails: use a clone of its own`,
    ]);
  });

  it('says what build, deployment and installation each need', () => {
    expect(gates(readBuiltProject(join(folder, 'project'), join(folder, 'bundles')))).toEqual([
      'build: HubSpot still supports platform 2026.09 (until about March 2028).',
      expect.stringMatching(
        /^deploy: the account has the secrets? (.+, )?POLICY_EDIT_KEY \(hs secret add; one made with hs app secret does not count\)\. Without (it|them) nothing is deployed\. A new POLICY_EDIT_KEY has at least 12 characters, or functions refuse it\.$/,
      ),
      expect.stringMatching(
        /^install: an administrator has authorised the app’s scopes\. After a new one, again: .+ Scopes: .*crm\.objects\.quotes\.read, tickets\.$/,
      ),
    ]);
  });

  it('passes on what HubSpot’s validator refuses', async () => {
    change(app('cards', 'deal-terms-card-hsmeta.json'), 'crm.record.tab', 'crm.record.nowhere');
    expect(await problems()).toEqual([
      expect.stringMatching(/^HubSpot’s project validator: .*deal-terms-card-hsmeta\.json/s),
    ]);
  });
});

describe('npm run deploy', () => {
  it('calls HubSpot’s CLI by version, with the account of the environment when there is one', () => {
    expect(uploadCommand({})).toEqual({
      command: 'npx',
      args: ['--yes', '--package', '@hubspot/cli@8.14.0', 'hs', 'project', 'upload'],
    });
    expect(uploadCommand({ HUBSPOT_ACCOUNT_ID: '123' }).args.slice(-2)).toEqual(['--use-env', '--force']);
  });

  it.skipIf(process.platform === 'win32')('runs it in the project and passes on what it says and how it ends', () => {
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\necho "$PWD: $*"\nexit 3\n', { mode: 0o755 });
    for (const part of ['hubspot', 'extensions'])
      cpSync(join('build', part), join(folder, 'build', part), { recursive: true });
    const { stdout, status } = spawnSync(process.execPath, [resolve('build/commands/deploy.mjs')], {
      encoding: 'utf8',
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, HUBSPOT_ACCOUNT_ID: '123' },
    });
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([
      3,
      `${join(folder, 'build', 'hubspot')}: --yes --package @hubspot/cli@8.14.0 hs project upload --use-env --force`,
    ]);
  });

  it('asks for scopes the README gives the reasons of', () => {
    const { auth } = (
      JSON.parse(readFileSync('extensions/app-hsmeta.json', 'utf8')) as {
        config: { auth: { requiredScopes: string[]; optionalScopes: string[] } };
      }
    ).config;
    const scopes = [...auth.requiredScopes, ...auth.optionalScopes];
    const explained = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([a-z._]+)` \|/gm)].map(
      ([, scope]) => scope,
    );
    expect(explained.sort()).toEqual([...scopes].sort());
  });

  it('names the version everybody else names', () => {
    for (const file of ['docs/admin.md', 'hubspot.config.yml']) {
      const versions = [...readFileSync(file, 'utf8').matchAll(/@hubspot\/cli@([\d.]+\d)/g)].map(
        ([, version]) => version,
      );
      expect([file, new Set(versions)]).toEqual([file, new Set(['8.14.0'])]);
    }
  });
});
