import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { config as hubspotLint } from '@hubspot/eslint-config-ui-extensions';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { ESLint } from 'eslint';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as tseslint from 'typescript-eslint';
import { apiCalls } from '../../serverless/runtime/api-calls.ts';
import { extensionBytesOf, functionBytesOf } from '../../commands/deploy/budgets.ts';
import { validateProject } from '../../commands/deploy/validate-project.ts';
import { uploadedProject } from './uploaded-project.ts';

type Meta = {
  readonly uid: string;
  readonly type: string;
  readonly config: {
    readonly entrypoint: string;
    readonly auth?: { readonly requiredScopes: readonly string[]; readonly optionalScopes: readonly string[] };
  };
};

let project: ReturnType<typeof uploadedProject>;
let metas: readonly Meta[];
beforeAll(() => {
  project = uploadedProject();
  metas = readdirSync(project.app, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-hsmeta.json') && !name.includes('node_modules'))
    .map((name) => JSON.parse(readFileSync(join(project.app, name), 'utf8')) as Meta);
}, 180_000);
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => project.remove());

const metasOf = (type: string): readonly Meta[] => metas.filter((meta) => meta.type === type);
/** What HubSpot draws. */
const extensionMetas = (): readonly Meta[] =>
  metas.filter(({ type }) => ['card', 'page', 'settings', 'crm-bulk-action'].includes(type));
const fileOf = ({ config: { entrypoint } }: Meta): string => join(project.folder, 'src', entrypoint);

describe('the project in build/hubspot, copied away and installed from its own lockfile', () => {
  it('passes HubSpot’s validator with nothing skipped', async () => {
    const { uids, skipped } = await validateProject(project.folder);
    expect(skipped).toEqual([]);
    expect(uids).toEqual(
      expect.arrayContaining([
        'strategic_deal_terms',
        'deal_terms_card',
        'deal_terms_sidebar',
        'deal_terms_pages',
        'score_terms',
        'open_board',
        'open_deal',
        'rescore_deals',
        'score_deal',
      ]),
    );
  });

  it('is refused by that validator once a card’s location is wrong', async () => {
    const file = join(project.app, 'cards', 'deal-terms-card-hsmeta.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('crm.record.tab', 'crm.record.nowhere'));
    try {
      await expect(validateProject(project.folder)).rejects.toThrow();
    } finally {
      writeFileSync(file, good);
    }
  });

  it('has the file each component names, React as HubSpot provides it, and asks only for scopes it knows a reason for', () => {
    for (const meta of metas.filter(({ type }) => type !== 'app'))
      expect(existsSync(fileOf(meta)), meta.uid).toBe(true);
    expect(
      (
        JSON.parse(readFileSync(join(project.app, 'node_modules', 'react', 'package.json'), 'utf8')) as {
          version: string;
        }
      ).version,
    ).toBe('18.3.1');
    const { requiredScopes = [], optionalScopes = [] } = metasOf('app')[0]?.config.auth ?? {};
    const scopesOf = (isOptional: boolean) =>
      [
        ...new Set(apiCalls.filter((call) => (call.isOptional ?? false) === isOptional).map(({ scope }) => scope)),
      ].sort();
    expect([[...requiredScopes].sort(), [...optionalScopes].sort()]).toEqual([scopesOf(false), scopesOf(true)]);
  });

  it('builds each card and page with HubSpot’s builder, within its budget', async () => {
    // Vitest calls itself a test environment, and the builder would keep what only development needs.
    vi.stubEnv('NODE_ENV', 'production');
    for (const extension of extensionMetas()) {
      const outputDir = join(project.folder, 'out', extension.uid);
      await remoteBuild({
        root: dirname(fileOf(extension)),
        entryPoint: fileOf(extension),
        outputDir,
        logLevel: 'silent',
        appConfig: { variables: {} },
      });
      const bundle = readdirSync(outputDir).find((name) => name.endsWith('.js'));
      if (bundle === undefined) throw new Error(`no bundle of ${extension.uid}`);
      const code = readFileSync(join(outputDir, bundle));
      expect(gzipSync(code).length, extension.uid).toBeLessThan(extensionBytesOf(extension.type));
      expect(code.toString()).not.toMatch(/pat-[a-z0-9-]{8,}|Bearer [A-Za-z0-9]/);
    }
  }, 120_000);

  it('is clean for HubSpot’s linter, which catches a planted violation', async () => {
    const lint = new ESLint({
      cwd: project.folder,
      overrideConfigFile: true,
      overrideConfig: [{ files: ['**/*.tsx'], languageOptions: { parser: tseslint.parser } }, ...hubspotLint],
    });
    const rulesBroken = async (file: string) =>
      (await lint.lintFiles([file])).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    for (const extension of extensionMetas()) expect(await rulesBroken(fileOf(extension)), extension.uid).toEqual([]);
    const planted = join(project.app, 'cards', 'Planted.tsx');
    writeFileSync(
      planted,
      "import { nothing } from '../packages/nothing';\nexport const Planted = () => <div>{nothing}{window.name}</div>;\n",
    );
    expect(await rulesBroken(planted)).toEqual(
      expect.arrayContaining(['@hubspot/ui-extensions/no-parent-imports', '@hubspot/ui-extensions/no-html-elements']),
    );
  });

  it('calls only functions that exist', () => {
    const called = readdirSync(join(project.app, 'packages'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        [...readFileSync(join(project.app, 'packages', name), 'utf8').matchAll(/\w+Uid = "([a-z_]+)"/g)].map(
          ([, uid]) => uid,
        ),
      );
    expect(new Set(called)).toEqual(new Set(metasOf('app-function').map(({ uid }) => uid)));
  });

  it('names no address in a function but that of HubSpot’s API', () => {
    const addresses = metasOf('app-function').flatMap(
      (meta) => readFileSync(fileOf(meta), 'utf8').match(/\bhttps?:\/\/[\w.-]+/g) ?? [],
    );
    expect(new Set(addresses)).toEqual(new Set(['https://api.hubapi.com']));
  });

  it('answers in each function, alone in a fresh process, that it was not given a deal or cannot reach HubSpot', () => {
    for (const meta of metasOf('app-function')) {
      const call = `require(${JSON.stringify(fileOf(meta))}).main({ propertiesToSend: {}, parameters: {}, event: {}, secrets: {} }).then((reply) => console.log(JSON.stringify(reply)))`;
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          PRIVATE_APP_ACCESS_TOKEN: 'pat-test',
          HUBSPOT_API_ORIGIN: 'http://127.0.0.1:9',
        },
      });
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), stderr).toMatchObject({ ok: false });
    }
  });

  it('runs through HubSpot’s own executor', async () => {
    const library = new URL(
      './lib/serverless/',
      `file://${createRequire(import.meta.url)
        .resolve('@hubspot/ui-extensions-dev-server/build')
        .replace(/lib\/build\.js$/, '')}`,
    );
    const { executeFunction } = (await import(new URL('executor.js', library).href)) as {
      executeFunction: (...args: unknown[]) => Promise<void>;
    };
    const { buildServiceConfiguration } = (await import(new URL('config.js', library).href)) as {
      buildServiceConfiguration: (...args: unknown[]) => unknown;
    };
    const meta = metasOf('app-function').find(({ uid }) => uid === 'score_deal');
    if (!meta) throw new Error('no score_deal');
    const quiet = {
      log: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    const config = buildServiceConfiguration(project.app, {
      accountId: 1,
      platformVersion: '2026.09',
      hubspotApiOrigin: 'http://127.0.0.1:9',
      hubspotWebsiteOrigin: 'http://127.0.0.1:9',
      functionTimeoutMs: 15_000,
      logger: quiet,
      appFunctions: {
        score_deal: { resolvedPath: fileOf(meta), secrets: [], componentRoot: join(project.app, 'functions') },
      },
    });
    process.env['PRIVATE_APP_ACCESS_TOKEN'] = 'pat-test';
    const reply = await new Promise((resolve, reject) => {
      executeFunction(config, 'score_deal', { parameters: { anything: 1 } }, resolve).catch(reject);
    });
    expect(reply).toMatchObject({ ok: false });
  });
});

describe('function bundles', () => {
  it('stay small', () => {
    for (const meta of metasOf('app-function'))
      expect(gzipSync(readFileSync(fileOf(meta))).length, meta.uid).toBeLessThan(functionBytesOf(meta.uid));
  });
});

describe('hubspot.config.yml', () => {
  it('holds no account and no key', () => {
    const config = readFileSync('hubspot.config.yml', 'utf8').replace(/#.*$/gm, '');
    expect(config).not.toMatch(/personalAccessKey|accessToken|clientSecret|apiKey|portalId|accountId/i);
  });
});
