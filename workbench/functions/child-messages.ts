import * as z from 'zod/mini';
import type { FunctionRequest } from '../protocol.ts';

/** What a function is called with, to HubSpot's contract; secrets it declares are in `environment`, not in `context`. */
export type FunctionContext = {
  readonly propertiesToSend: Readonly<Record<string, string | null>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What set the function going, where the extension sent a `payload`. */
  readonly event?: FunctionRequest['event'];
  readonly secrets: Readonly<Record<string, string>>;
};

/** One call, as sent to a child process. */
export type Job = {
  readonly id: string;
  /** Absolute path of the bundle. */
  readonly file: string;
  readonly context: FunctionContext;
  readonly environment: Readonly<Record<string, string>>;
  readonly payloadBytes: number;
  readonly logBytes: number;
};

/** What a child process says. It runs foreign code, so nothing it sends is believed unread. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('log'), id: z.string(), line: z.string() }),
  z.object({ type: z.literal('done'), id: z.string(), json: z.string() }),
  z.object({
    type: z.literal('failed'),
    id: z.string(),
    reason: z.enum(['thrown', 'no_main', 'not_json', 'too_large']),
    message: z.string(),
  }),
  /** The process is about to end because something was thrown outside a call. */
  z.object({ type: z.literal('crashed'), message: z.string() }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;

/** How a call ended: JSON text of what the function returned, or the message of what ended it. */
export type Outcome =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly timedOut: boolean; readonly message: string };
