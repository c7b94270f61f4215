/** HubSpot's CLI is called by version and is no dependency: it would weigh more than everything else here. */
export const cliVersion = '8.14.0';

/**
 * How to upload: as the account of the CLI's own configuration, or as the one in the environment, without questions.
 *
 * @param environment - `HUBSPOT_ACCOUNT_ID` and `HUBSPOT_PERSONAL_ACCESS_KEY` name an account
 */
export function uploadCommand(environment: Readonly<Record<string, string | undefined>>): {
  readonly command: string;
  readonly args: readonly string[];
} {
  const fromEnvironment = (environment['HUBSPOT_ACCOUNT_ID'] ?? '') !== '';
  // Named, because the package brings two programs and npx would not choose.
  return {
    command: 'npx',
    args: [
      '--yes',
      '--package',
      `@hubspot/cli@${cliVersion}`,
      'hs',
      'project',
      'upload',
      ...(fromEnvironment ? ['--use-env', '--force'] : []),
    ],
  };
}
