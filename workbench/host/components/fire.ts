import { developerConsole } from '../developer-console.ts';

/**
 * Calls a handler that lives in the extension's worker. Messages keep their order, so a commit on leaving a field arrives before the click that follows it.
 * An error thrown by the handler is the extension's: the worker reports it with its stack, here it must not become an unhandled rejection of the page.
 */
export function fire<Args extends readonly unknown[]>(
  handler: ((...args: Args) => unknown) | null | undefined,
  ...args: Args
): void {
  if (handler === undefined || handler === null) return;
  const call = async () => {
    try {
      await handler(...args);
    } catch (error) {
      developerConsole.warn(
        `A handler of the extension failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  void call();
}
