export type { AccountSetup, OwnerSetup, PipelineSetup } from './account-setup.ts';
export type { BulkLink, BulkRecord } from './bulk-load.ts';
export { createEmulator } from './create-emulator.ts';
export type { Emulator, EmulatorOptions } from './create-emulator.ts';
export type { Hold, HoldRequest } from './barriers.ts';
export type { LoggedRequest, RequestLog } from './request-log.ts';
export type { TokenGrant } from './tokens.ts';
