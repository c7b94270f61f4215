import { ApiError, invalidRequest } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { limitParameter } from '../operation.ts';
import { ownersPaths } from '../paths.ts';
import type { Owner } from '../store/owners.ts';
import { requireScope } from '../tokens.ts';
import { isRecordId } from './record-access.ts';

/** The people records belong to. */
export const ownerOperations: readonly Operation[] = [
  { method: 'GET', paths: ownersPaths(''), handle: list },
  { method: 'GET', paths: ownersPaths('/:ownerId'), handle: read },
];

const scope = 'crm.objects.owners.read';

function list(call: Call): Reply {
  requireScope(call.actor, scope);
  const limit = limitParameter(call, 100, limits.ownersPage);
  const after = call.query.get('after') ?? '0';
  if (!isRecordId(after)) throw invalidRequest(`Invalid value for after: ${after}`);
  const email = call.query.get('email');
  const archived = call.query.get('archived') === 'true';
  const found = call.store.owners
    .list()
    .filter(
      (owner) =>
        owner.archived === archived && (email === null || owner.email === email) && Number(owner.id) > Number(after),
    );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      results: page.map(wireOwner),
      ...(found.length > limit && last !== undefined ? { paging: { next: { after: last.id } } } : {}),
    },
  };
}

/** By owner id, or by user id with `idProperty=userId`. */
function read(call: Call): Reply {
  requireScope(call.actor, scope);
  const id = call.parameter('ownerId');
  const byUser = call.query.get('idProperty') === 'userId';
  const owner = call.store.owners.list().find((candidate) => (byUser ? String(candidate.userId) : candidate.id) === id);
  if (owner === undefined) throw new ApiError(404, { message: 'resource not found' });
  return { status: 200, body: wireOwner(owner) };
}

const wireOwner = (owner: Owner) => ({ ...owner, type: 'PERSON', userIdIncludingInactive: owner.userId });
