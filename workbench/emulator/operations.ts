import type { Operation } from './operation.ts';
import { recordOperations } from './routes/records.ts';

/** Everything the emulator can do, in matching order: fixed path segments before parameters. */
export const operations: readonly Operation[] = [...recordOperations];
