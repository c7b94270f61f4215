import { faultKinds } from '../../workbench/emulator/index.ts';
import type { FaultKind } from '../../workbench/emulator/index.ts';

/** Answers HubSpot gives now and then that the app does not cope with yet; when it does, each leaves this list. */
const notCopedWith = ['request_timeout', 'conflict', 'empty_answer'] as const satisfies readonly FaultKind[];

export type KnownFault = Exclude<FaultKind, (typeof notCopedWith)[number]>;

export const knownFaults: readonly KnownFault[] = faultKinds.filter(
  (kind): kind is KnownFault => !notCopedWith.some((other) => other === kind),
);
