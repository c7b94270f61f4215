import type { OpenedPolicy } from './policy-session.ts';

type ProtectionView = { readonly title: string; readonly text: string; readonly variant: 'info' | 'warning' };

/**
 * What an administrator has to know of the ledger's seals.
 *
 * @returns null when all is well
 */
export function protectionView({ isProtected, history }: OpenedPolicy): ProtectionView | null {
  if (!isProtected)
    return {
      title: 'Grants are not protected',
      text: 'The secret LEDGER_KEY is not set. Whoever may write the object Terms ledger entries can make up policies, approvals and decisions, and the app cannot tell. An administrator sets it once and signs what is there: see “The key of the ledger’s seals” in the guide for administrators.',
      variant: 'info',
    };
  const forged = history.filter(({ isForged }) => isForged);
  if (forged.length === 0) return null;
  const named = forged.map(({ version, author }) => `${version} (${author === '' ? 'no author named' : author})`);
  const [what, them] =
    forged.length === 1 ? [`version ${named.join('')}`, 'It counts'] : [`versions ${named.join(', ')}`, 'They count'];
  return {
    title: 'The app did not write all of the history',
    text: `Of the policy’s history, ${what} ${forged.length === 1 ? 'does' : 'do'} not carry the app’s seal. ${them} for nothing. If they are from before the secret LEDGER_KEY was set, an administrator signs them; otherwise somebody made or changed them in HubSpot. “The key of the ledger’s seals” in the guide for administrators says how to list all such entries, approvals and decisions among them.`,
    variant: 'warning',
  };
}
