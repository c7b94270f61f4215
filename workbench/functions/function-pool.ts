import { randomUUID } from 'node:crypto';
import type { FunctionCall, FunctionRequest } from '../protocol.ts';
import { attestedProperties } from './attested-properties.ts';
import type { CrmFetch } from './attested-properties.ts';
import type { Job, Outcome } from './child-messages.ts';
import { createChildPool } from './child-pool.ts';
import { functionFailureBody, internalErrorBody } from './failure-body.ts';
import type { FailureBody } from './failure-body.ts';

/** A function of the app, as its metadata declares it. */
export type AppFunction = {
  readonly uid: string;
  /** Absolute path of the CommonJS bundle. */
  readonly file: string;
  /** Secrets it may read from `process.env`. */
  readonly secretKeys: readonly string[];
};

export type ApiCall = FunctionCall['apiCalls'][number];

/** HubSpot's limits, the pessimistic reading (docs/architecture.md section 5); tests shorten them. */
export const functionLimits = {
  processes: 2,
  memoryMb: 128,
  warnAfterMs: 10_000,
  stopAfterMs: 15_000,
  payloadBytes: 6 * 1024 * 1024,
  logBytes: 256 * 1024,
};
export type FunctionLimits = typeof functionLimits;

export type FunctionPoolOptions = {
  /** Looked up at each call: a rebuild may add or drop functions. */
  readonly find: (uid: string) => AppFunction | undefined;
  readonly secrets: Readonly<Record<string, string>>;
  /** Where functions find HubSpot's API. */
  readonly apiOrigin: () => string;
  readonly crm: CrmFetch;
  /** Access tokens with the scopes of the app's manifest, one a call, so that its requests can be told apart. */
  readonly tokens: { readonly issue: () => string; readonly revoke: (token: string) => void };
  /** Requests the CRM API has seen with a token, oldest first. */
  readonly requestsWith: (token: string) => readonly ApiCall[];
  readonly onCall: (call: FunctionCall) => void;
  readonly limits: FunctionLimits;
};

export type FunctionAnswer =
  | { readonly status: 200; readonly body: { readonly logId: string; readonly response: unknown } }
  | { readonly status: 400 | 500; readonly body: FailureBody };

/** Runs the app's functions to HubSpot's contract. */
export type FunctionPool = {
  readonly call: (
    request: FunctionRequest & { readonly uid: string; readonly viewerToken: string },
  ) => Promise<FunctionAnswer>;
  readonly close: () => Promise<void>;
};

export function createFunctionPool(options: FunctionPoolOptions): FunctionPool {
  const { limits } = options;
  const children = createChildPool(limits);

  const call: FunctionPool['call'] = async ({ uid, parameters, objectQuery, event, viewerToken }) => {
    const logId = randomUUID();
    const log: string[] = [];
    const startedAt = Date.now();
    const requestBytes = Buffer.byteLength(JSON.stringify({ parameters, objectQuery, event }));
    const report = (outcome: FunctionCall['outcome'], rest: Partial<FunctionCall>) =>
      options.onCall({
        logId,
        uid,
        startedAt,
        durationMs: Date.now() - startedAt,
        outcome,
        apiCalls: [],
        requestBytes,
        responseBytes: 0,
        log,
        ...rest,
      });
    const refuse = (status: 400 | 500, body: FailureBody, error: string): FunctionAnswer => {
      report('failed', { error });
      return { status, body };
    };

    const definition = options.find(uid);
    if (definition === undefined)
      return refuse(
        400,
        functionFailureBody(uid, logId, `The serverless function ${uid} doesn't exist in this project`),
        'There is no such function.',
      );
    const tooLarge = `Request must be smaller than ${limits.payloadBytes} bytes for the InvokeFunction operation`;
    if (requestBytes > limits.payloadBytes) return refuse(400, functionFailureBody(uid, logId, tooLarge), tooLarge);
    let propertiesToSend: Record<string, string | null>;
    try {
      propertiesToSend = await attestedProperties(objectQuery, options.crm, viewerToken);
    } catch (error) {
      return refuse(500, internalErrorBody(logId), String(error));
    }

    const token = options.tokens.issue();
    const job = jobFor(definition, { id: logId, token, propertiesToSend, parameters, event }, options);
    log.push(...missingSecrets(definition, job));
    const beganMs = performance.now();
    const outcome = await children.run(job, (line) => log.push(line)).finally(() => options.tokens.revoke(token));
    const durationMs = Math.round(performance.now() - beganMs);
    report(outcomeName(outcome), {
      durationMs,
      apiCalls: apiCallsOf(options.requestsWith(token)),
      ...(outcome.ok ? { responseBytes: Buffer.byteLength(outcome.json) } : { error: outcome.message }),
    });
    return outcome.ok
      ? { status: 200, body: { logId, response: JSON.parse(outcome.json) as unknown } }
      : { status: 400, body: functionFailureBody(uid, logId, outcome.message) };
  };
  return { call, close: children.close };
}

type Prepared = {
  readonly id: string;
  readonly token: string;
  readonly propertiesToSend: Record<string, string | null>;
  readonly parameters: Record<string, unknown>;
  readonly event: FunctionRequest['event'];
};

/** As in HubSpot, `context.secrets` holds the token and where the function runs, all of them in its environment too; the secrets it declares are in its environment alone. */
function jobFor(
  definition: AppFunction,
  { id, token, propertiesToSend, parameters, event }: Prepared,
  { secrets, apiOrigin, limits }: FunctionPoolOptions,
): Job {
  const declared = Object.entries(secrets).filter(([name]) => definition.secretKeys.includes(name));
  const own = {
    PRIVATE_APP_ACCESS_TOKEN: token,
    HS_ENVIRONMENT: 'local',
    HS_HUBLET: 'na1',
    HS_SERVERLESS_FUNCTION_ID: definition.uid,
  };
  return {
    id,
    file: definition.file,
    context: { propertiesToSend, parameters, secrets: own, ...(event === undefined ? {} : { event }) },
    environment: { ...Object.fromEntries(declared), ...own, HUBSPOT_API_ORIGIN: apiOrigin() },
    payloadBytes: limits.payloadBytes,
    logBytes: limits.logBytes,
  };
}

function missingSecrets({ secretKeys }: AppFunction, { environment }: Job): string[] {
  const missing = secretKeys.filter((name) => !(name in environment));
  return missing.length === 0 ? [] : [`! Declared secrets without a value: ${missing.join(', ')}.`];
}

function apiCallsOf(requests: readonly ApiCall[]): ApiCall[] {
  return requests.map(({ method, path, status, durationMs }) => ({
    method,
    path,
    status,
    durationMs: Math.round(durationMs),
  }));
}

function outcomeName(outcome: Outcome): FunctionCall['outcome'] {
  if (outcome.ok) return 'ok';
  return outcome.timedOut ? 'timeout' : 'failed';
}
