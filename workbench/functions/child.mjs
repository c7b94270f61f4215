// Runs app functions in a process of its own, one call at a time, as HubSpot's dev runner does: a fresh `require` of the bundle, secrets in `process.env` for the call only.
// Plain JavaScript, because Node 20 starts it as it is. Messages both ways are in child-messages.ts.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { detourHubSpotApi } from './api-detour.mjs';

const require = createRequire(import.meta.url);
/** Says which call a line of output comes from: a timer left behind by an earlier call must not write into the log of this one. */
const callOf = new AsyncLocalStorage();
let running = null;

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, encoding, done) => {
    if (callOf.getStore() === running && running !== null)
      running.print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  };
}

detourHubSpotApi(() => process.env.HUBSPOT_API_ORIGIN);

process.on('message', (job) => {
  const call = openCall(job);
  running = call;
  callOf.run(call, () => void execute(job, call));
});
process.on('disconnect', () => process.exit());
process.on('uncaughtException', (error) => crash(error));
process.on('unhandledRejection', (error) => crash(error));
process.send({ type: 'ready' });

function openCall({ id, logBytes }) {
  let rest = '';
  let left = logBytes;
  const send = (line) => {
    if (left < 0) return;
    left -= Buffer.byteLength(line) + 1;
    process.send({ type: 'log', id, line: left < 0 ? `(log cut off after ${logBytes} bytes)` : line });
  };
  const print = (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach(send);
  };
  const end = (message) => {
    if (rest !== '') send(rest);
    running = null;
    process.send({ ...message, id });
  };
  return { id, print, end };
}

async function execute({ file, context, environment, payloadBytes }, { end }) {
  const savedEnvironment = { ...process.env };
  Object.assign(process.env, environment);
  let outcome;
  try {
    // A function may look for `event` by name; what is undefined does not come through a message.
    outcome = resultOf(await load(file)({ ...context, event: context.event }), payloadBytes);
  } catch (error) {
    outcome = failureOf(error);
  }
  for (const name of Object.keys(process.env)) if (!(name in savedEnvironment)) delete process.env[name];
  Object.assign(process.env, savedEnvironment);
  end(outcome);
}

/** A parent module of its own for each load, or every evicted bundle would stay referenced by its parent's `children`. */
function load(file) {
  delete require.cache[require.resolve(file)];
  const { main } = createRequire(file)(file);
  if (!main) throw new FunctionFault('no_main', 'customerPayload.main is not a function');
  return main;
}

function resultOf(value, payloadBytes) {
  let json;
  try {
    json = value === undefined ? 'null' : JSON.stringify(value);
  } catch (error) {
    console.error(error);
  }
  if (json === undefined) throw new FunctionFault('not_json', 'Wrong arguments');
  const bytes = Buffer.byteLength(json);
  if (bytes > payloadBytes)
    throw new FunctionFault(
      'too_large',
      `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${payloadBytes} bytes)`,
    );
  return { type: 'done', json };
}

function failureOf(error) {
  if (error instanceof FunctionFault) return { type: 'failed', reason: error.reason, message: error.message };
  console.error(error);
  return { type: 'failed', reason: 'thrown', message: String(error) };
}

/** Something was thrown outside the call's promise: the process can no longer be trusted. It says so and ends; the parent starts another. */
function crash(error) {
  console.error(error);
  process.send({ type: 'crashed', message: String(error) }, () => process.exit(1));
}

class FunctionFault extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}
