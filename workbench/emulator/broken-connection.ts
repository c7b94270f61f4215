/** What a client gets to see of an answer before the line is cut; null: nothing. */
export type Fragment = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentLength: number;
  readonly body: string;
};

/** Thrown by the emulator's `fetch` when the line to the client is to be cut; whoever serves it does so. */
export class BrokenConnection extends Error {
  override readonly name = 'BrokenConnection';

  constructor(readonly fragment: Fragment | null = null) {
    super('The line to the client is cut.');
  }
}
