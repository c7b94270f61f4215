import type { ApiCall } from '../functions/function-pool.ts';
import type { App } from '../project.ts';
import type { Session, Trouble, TroubleRequest, User } from '../protocol.ts';
import type { CrmApi } from './crm-routes.ts';

/** The HubSpot account the workbench shows. */
export type ShownAccount = {
  readonly portal: Session['portal'];
  readonly users: readonly User[];
  readonly api: CrmApi;
  /** Requests the API has seen with a token, oldest first. */
  readonly requestsWith: (token: string) => readonly ApiCall[];
  /** What apps have to put up with; `set` says what it cannot take, and changes nothing then. */
  readonly trouble: {
    readonly read: () => Trouble;
    readonly set: (request: TroubleRequest) => { readonly message: string } | null;
  };
  /** How the account behaves where accounts differ: rules on writes, properties in use, unique values of archived records. */
  readonly behaviour: {
    readonly read: () => object;
    readonly set: (changes: unknown) => { readonly message: string } | null;
  };
  /** Access tokens of the installed app. */
  readonly tokens: {
    readonly issue: (app: Pick<App, 'id' | 'name' | 'scopes'>) => string;
    readonly revoke: (token: string) => void;
  };
};
