import type { ServiceKey } from '../../workbench/account.ts';
import { keyPurposes } from '../crm/scopes.ts';

/** The keys the administrator's guide has made, with the scopes it names and no other: on the workbench the commands find out what they lack. */
export const localKeys = {
  installation: 'pat-local-installation',
  rescoring: 'pat-local-nightly-scores',
} as const satisfies Record<keyof typeof keyPurposes, string>;

export const serviceKeys: readonly ServiceKey[] = [
  { token: localKeys.installation, ...keyPurposes.installation },
  { token: localKeys.rescoring, ...keyPurposes.rescoring },
];
