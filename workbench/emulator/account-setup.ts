import { iso } from './formatters.ts';
import type { AccountSettings } from './store/settings.ts';
import type { Store } from './store/store.ts';

export type OwnerSetup = {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly archived?: boolean;
  readonly teams?: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
};

/** A pipeline, its stages in order; one of the same id is replaced. Deal stages need `metadata.probability` (`0.0` to `1.0`) and `metadata.isClosed` (`true` or `false`). */
export type PipelineSetup = {
  readonly objectType: string;
  readonly id: string;
  readonly label: string;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly metadata: Readonly<Record<string, string>>;
  }[];
};

/** What an administrator sets; what is left out stays. `currencies` are rates: home currency for one unit, null for a currency without a rate. */
export type AccountSetup = {
  readonly account?: Partial<AccountSettings>;
  readonly owners?: readonly OwnerSetup[];
  readonly pipelines?: readonly PipelineSetup[];
};

export function setUpAccount(store: Store, setup: AccountSetup, now: number): void {
  const at = iso(now);
  store.database.transaction(() => {
    if (setup.account !== undefined) store.settings.save(setup.account);
    for (const owner of setup.owners ?? [])
      store.owners.save({ archived: false, ...owner, createdAt: at, updatedAt: at });
    for (const { objectType, id, label, stages } of setup.pipelines ?? []) {
      const { typeId } = store.kinds.resolve(objectType);
      const known = store.pipelines.list(typeId);
      const displayOrder = known.find((pipeline) => pipeline.id === id)?.displayOrder ?? known.length;
      store.pipelines.save(typeId, {
        id,
        label,
        displayOrder,
        stages: stages.map((stage, place) => ({ ...stage, displayOrder: place, createdAt: at, updatedAt: at })),
        createdAt: at,
        updatedAt: at,
      });
    }
  });
}
