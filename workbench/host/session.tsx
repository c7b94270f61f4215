import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { sessionSchema } from '../protocol.ts';
import type { Session, User } from '../protocol.ts';
import { createCrmApi } from './api/crm-api.ts';
import type { CrmApi } from './api/crm-api.ts';
import { createFetch } from './api/crm-client.ts';
import { createVocabularies } from './api/vocabulary.ts';
import type { Vocabulary } from './api/vocabulary.ts';

const actingUserKey = 'workbench.acting-user';

/** Who looks at which account, and the CRM as they see it. */
export type Viewing = {
  readonly session: Session;
  readonly user: User;
  readonly api: CrmApi;
  readonly vocabularyOf: (type: string) => Promise<Vocabulary>;
  readonly actAs: (userId: number) => void;
};

const ViewingScope = createContext<Viewing | null>(null);

export function useViewing(): Viewing {
  const viewing = useContext(ViewingScope);
  if (viewing === null) throw new Error('There is no session around this component.');
  return viewing;
}

export async function readSession(): Promise<Session> {
  return sessionSchema.parse(await createFetch('')('/workbench/api/session'));
}

/** The user who acted last in this browser, or the first of the account. */
export function actingUserOf({ users }: Session): User {
  const remembered = window.localStorage.getItem(actingUserKey);
  const user = users.find(({ id }) => String(id) === remembered) ?? users[0];
  if (user === undefined) throw new Error('The account has no users.');
  return user;
}

type ViewingProviderProps = {
  readonly session: Session;
  readonly user: User;
  readonly onUserChange: (user: User) => void;
  readonly children: ReactNode;
};

export function ViewingProvider({ session, user, onUserChange, children }: ViewingProviderProps) {
  const viewing = useMemo<Viewing>(() => {
    const api = createCrmApi(createFetch(user.token));
    return {
      session,
      user,
      api,
      vocabularyOf: createVocabularies(api),
      actAs: (userId) => {
        const next = session.users.find(({ id }) => id === userId);
        if (next === undefined) return;
        window.localStorage.setItem(actingUserKey, String(next.id));
        onUserChange(next);
      },
    };
  }, [session, user, onUserChange]);
  return <ViewingScope.Provider value={viewing}>{children}</ViewingScope.Provider>;
}
