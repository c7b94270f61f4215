/* eslint-disable no-console -- the browser's console is where an extension's developer looks */

/** Says something to the developer of an extension, in the browser's console. */
export const developerConsole = {
  debug: (message: string) => console.debug(message),
  info: (message: string) => console.info(message),
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
} as const;
