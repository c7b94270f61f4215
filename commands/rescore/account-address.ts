/** The account a command works on. */
export type AccountAddress = {
  readonly origin: string;
  readonly accessToken: string;
  /** It is this machine's workbench, because no other was named. */ readonly isWorkbench: boolean;
};

/** Where `npm start` puts the workbench, and its token for whoever talks to it from outside. */
const workbench = { origin: 'http://127.0.0.1:4400', accessToken: 'pat-local-workbench' } as const;

/**
 * The account the environment names; the workbench when it names none.
 *
 * @param environment - `HUBSPOT_ACCESS_TOKEN`, `HUBSPOT_API_ORIGIN`
 * @returns null when an address elsewhere is named without a token for it
 */
export function accountAddress({
  HUBSPOT_ACCESS_TOKEN: accessToken = '',
  HUBSPOT_API_ORIGIN: origin = '',
}: Readonly<Record<string, string | undefined>>): AccountAddress | null {
  if (accessToken !== '')
    return { origin: origin === '' ? 'https://api.hubapi.com' : origin, accessToken, isWorkbench: false };
  if (origin !== '' && (!URL.canParse(origin) || new URL(origin).hostname !== '127.0.0.1')) return null;
  return { origin: origin === '' ? workbench.origin : origin, accessToken: workbench.accessToken, isWorkbench: true };
}
