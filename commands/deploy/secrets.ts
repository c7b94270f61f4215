/** Environment variables whose values belong nowhere but there. */
const secretVariables = [
  'HUBSPOT_PERSONAL_ACCESS_KEY',
  'HUBSPOT_ACCESS_TOKEN',
  'PRIVATE_APP_ACCESS_TOKEN',
  'HUBSPOT_CLIENT_SECRET',
  'POLICY_EDIT_KEY',
  'LEDGER_KEY',
];
/** Shorter values, such as `1` in a test, would be found everywhere. */
const shortestSecret = 8;

const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an access token', /\bpat-(?:na|eu|ap)\d-[0-9a-f-]{8,}/i],
  ['the workbench’s token', /\bpat-local-\w+/],
  ['an authorization header', /Bearer [A-Za-z0-9_-]{12,}/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/**
 * What a text holds that it must not, in words; never the secret itself.
 *
 * @param environment - its secrets are looked for by value
 */
export function secretsIn(text: string, environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const byValue = secretVariables.filter((name) => {
    const value = environment[name] ?? '';
    return value.length >= shortestSecret && text.includes(value);
  });
  return [
    ...patterns.filter(([, pattern]) => pattern.test(text)).map(([what]) => what),
    ...byValue.map((name) => `the value of ${name}`),
  ];
}
