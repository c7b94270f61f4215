import { join } from 'node:path';
import { httpClient } from '@hubspot/local-dev-lib/http/client';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { componentSchemas } from './component-schemas.ts';

/** The account HubSpot's parser asks for; nothing is sent anywhere. */
const offline = {
  USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
  HUBSPOT_ACCOUNT_ID: '1',
  HUBSPOT_PERSONAL_ACCESS_KEY: 'offline',
};

/**
 * HubSpot's whole project validator, its account calls answered here: it asks for component schemas and for an access token.
 *
 * @param folder - holds `hsproject.json`
 * @returns uids of what it accepted, and metadata files it passed over
 * @throws {Error} of HubSpot's parser, naming each file and what is wrong with it
 */
export async function validateProject(
  folder: string,
): Promise<{ readonly uids: readonly string[]; readonly skipped: readonly unknown[] }> {
  const before = Object.fromEntries(Object.keys(offline).map((name) => [name, process.env[name]]));
  Object.assign(process.env, offline);
  const token = {
    hubId: 1,
    userId: 1,
    oauthAccessToken: 'x',
    expiresAtMillis: Date.now() + 3_600_000,
    scopeGroups: [],
    accountType: 'STANDARD',
  };
  httpClient.defaults.adapter = (config) =>
    Promise.resolve({
      status: 200,
      statusText: 'OK',
      headers: {},
      config,
      data: (config.url ?? '').includes('localdevauth') ? token : componentSchemas,
    });
  try {
    const { srcDir, platformVersion } = parseProjectConfig(folder);
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
      { projectSourceDir: join(folder, srcDir), platformVersion, accountId: 1 },
      { skipValidation: false },
    );
    return { uids: Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid), skipped: skippedHsMetaFiles };
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
