/**
 * A user's name as requests and decisions keep it; HubSpot attests nobody, so this is what the card was told.
 *
 * @param user - of the extension's context
 */
export function actorName({
  firstName,
  lastName,
  email,
}: {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
}): string {
  const name = `${firstName ?? ''} ${lastName ?? ''}`.trim();
  return (name === '' ? (email ?? 'Somebody') : name).slice(0, 200);
}
