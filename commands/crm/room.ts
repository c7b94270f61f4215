import type { Room } from '../../serverless/ports/limits-port.ts';
import { count } from './plan.ts';
import type { Plan } from './plan.ts';

type Need = {
  readonly one: string;
  readonly many: string;
  readonly needed: number;
  /** Null when HubSpot does not say. */ readonly left: number | null;
  readonly remedy: string;
};

/** Whether an account has room for what a plan creates: a line that says so, and what stands in the way. */
export type RoomCheck = { readonly line: string; readonly conflicts: readonly string[] };

/**
 * @param room - as HubSpot tells it; null when it does not
 * @returns null when nothing is created that is limited
 */
export function checkRoom({ steps }: Plan, room: Room | null): RoomCheck | null {
  const creates = (what: string) =>
    steps.flatMap(({ changes }) => changes).filter((change) => change.change === 'create' && change.what === what)
      .length;
  const property = (objectType: string, singular: string): Need => ({
    one: `${singular} property`,
    many: `${singular} properties`,
    needed: creates(`${singular} property`),
    left: room?.properties.get(objectType) ?? null,
    remedy: 'Archive some under Settings → Properties.',
  });
  const needs: readonly Need[] = [
    property('deals', 'deal'),
    property('tickets', 'ticket'),
    {
      one: 'ticket pipeline',
      many: 'ticket pipelines',
      needed: creates('ticket pipeline'),
      left: room?.pipelines.get('tickets') ?? null,
      remedy: 'Delete one under Settings → Objects → Tickets → Pipelines, or have the subscription’s limit raised.',
    },
    {
      one: 'custom object',
      many: 'custom objects',
      needed: creates('custom object'),
      left: room?.customObjects ?? null,
      remedy: 'Delete one under Settings → Objects → Custom objects, or have the subscription’s limit raised.',
    },
  ].filter(({ needed }) => needed > 0);
  if (needs.length === 0) return null;
  const told = needs.flatMap((need) => (need.left === null ? [] : [{ ...need, left: need.left }]));
  const untold = needs.filter(({ left }) => left === null).map(({ many }) => many);
  const parts = told.map(({ many, needed, left }) => `${needed} of ${left} ${many} left`);
  return {
    line: [
      ...(parts.length === 0 ? [] : [`It takes ${parts.join(', ')}.`]),
      ...(untold.length === 0 ? [] : [`HubSpot does not say how much room there is for ${untold.join(', ')}.`]),
    ].join(' '),
    conflicts: told
      .filter(({ needed, left }) => needed > left)
      .map(
        ({ one, many, needed, left, remedy }) =>
          `There is room for ${left === 0 ? `no more ${many}` : `only ${count(left, `more ${one}`, `more ${many}`)}`}, and ${needed} ${needed === 1 ? 'is' : 'are'} needed. ${remedy}`,
      ),
  };
}
