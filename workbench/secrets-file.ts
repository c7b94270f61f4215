import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * Secrets of functions, from where HubSpot's own dev runner reads them: beside the functions' metadata, never committed.
 *
 * @param folder - holds `.env.local` or `.env`, the first one counts; without either there are no secrets
 */
export function readSecrets(folder: string): Record<string, string> {
  const file = ['.env.local', '.env'].map((name) => join(folder, name)).find((path) => existsSync(path));
  return file === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(parseEnv(readFileSync(file, 'utf8'))).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
}
