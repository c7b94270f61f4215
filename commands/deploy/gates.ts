import * as z from 'zod/mini';
import { leastCodeLength, policyKeyName } from '../../serverless/policy/approval-code.ts';
import type { BuiltProject } from './built-project.ts';

/** Until when HubSpot supports a platform version: 18 months (docs/hubspot.md section 2). */
const supportedUntil: Readonly<Record<string, string>> = { '2026.03': 'September 2027', '2026.09': 'March 2028' };
const projectSchema = z.object({ platformVersion: z.string() });

/**
 * What building, deploying and installing each need of HubSpot and of the account, and nothing here can check (docs/hubspot.md section 2).
 *
 * @throws {ZodError} an `hsproject.json` of another shape
 */
export function gates({ components, files }: BuiltProject): readonly string[] {
  const { platformVersion } = projectSchema.parse(
    JSON.parse(files.find(({ name }) => name === 'hsproject.json')?.text ?? 'null'),
  );
  const secrets = sorted(components.flatMap(({ secretKeys }) => secretKeys));
  const scopes = sorted(components.flatMap((component) => component.scopes));
  const until = supportedUntil[platformVersion];
  return [
    `build: HubSpot still supports platform ${platformVersion}${until === undefined ? '' : ` (until about ${until})`}.`,
    ...(secrets.length === 0
      ? []
      : [
          `deploy: the account has the ${secrets.length === 1 ? 'secret' : 'secrets'} ${secrets.join(', ')} (hs secret add; one made with hs app secret does not count). Without ${secrets.length === 1 ? 'it' : 'them'} nothing is deployed.${secrets.includes(policyKeyName) ? ` A new ${policyKeyName} has at least ${leastCodeLength} characters, or functions refuse it.` : ''}`,
        ]),
    `install: an administrator has authorised the app’s scopes. After a new one, again: until then its new cards cannot be added. Scopes: ${scopes.join(', ')}.`,
  ];
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();
