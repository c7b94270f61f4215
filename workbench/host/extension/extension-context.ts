import type { Extension, Session, User } from '../../protocol.ts';
import type { ExtensionContext } from '../../remote/worker-contract.ts';
import type { RecordStore } from '../api/record-store.ts';

/** The records a bulk action is for. */
export type ExtensionSelection = { readonly objectTypeId: string; readonly objectIds: readonly number[] };

/** What an extension is told about where it is and who is looking (HubSpot's `context`). */
export function extensionContext(
  session: Session,
  user: User,
  extension: Extension,
  record: RecordStore | null,
  selection: ExtensionSelection | null,
): ExtensionContext {
  return {
    location: extension.location,
    user: {
      id: user.id,
      email: user.email,
      emails: [user.email],
      firstName: user.firstName,
      lastName: user.lastName,
      roles: [],
      teams: user.teams,
      locale: user.locale,
      language: new Intl.Locale(user.locale).language,
      permissions: [],
    },
    portal: { id: session.portal.id, timezone: session.portal.timeZone },
    ...(record === null ? {} : { crm: { objectId: Number(record.id), objectTypeId: record.type.typeId } }),
    ...(selection === null ? {} : { crm: selection }),
    extension: { appId: session.app.id, appName: session.app.name, cardTitle: extension.name },
    variables: {},
  };
}
