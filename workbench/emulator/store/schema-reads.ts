import type { CustomSchema } from './object-kinds.ts';

/** How long HubSpot reads a changed schema, one at a time, now as it is and now as it was. */
const settlesAfterMs = 70_000;

/** Schemas as they were before their last change, for reads that come too soon. */
export type SchemaReads = {
  readonly changed: (before: CustomSchema, at: number) => void;
  /** What a read of the one schema gets to see: while it settles, every other time what it was. */
  readonly single: (current: CustomSchema, at: number) => CustomSchema;
  /** What a change builds on where it says nothing: while it settles, what it was. */
  readonly base: (current: CustomSchema, at: number) => CustomSchema;
};

export function createSchemaReads(): SchemaReads {
  const settling = new Map<string, { readonly before: CustomSchema; readonly until: number; reads: number }>();
  const stateOf = ({ typeId }: CustomSchema, at: number) => {
    const state = settling.get(typeId);
    return state !== undefined && at < state.until ? state : null;
  };
  return {
    changed: (before, at) => void settling.set(before.typeId, { before, until: at + settlesAfterMs, reads: 0 }),
    single: (current, at) => {
      const state = stateOf(current, at);
      if (state === null) return current;
      state.reads += 1;
      return state.reads % 2 === 1 ? state.before : current;
    },
    base: (current, at) => stateOf(current, at)?.before ?? current,
  };
}
