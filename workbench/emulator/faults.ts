import * as z from 'zod/mini';

/** What can go wrong between an app and HubSpot. "After" means the request took effect and only its answer is lost. */
export const faultKinds = [
  'burst_limit',
  'secondly_limit',
  'daily_limit',
  'request_timeout',
  'conflict',
  'locked',
  'migrating',
  'server_error',
  'bad_gateway',
  'unavailable',
  'unauthorized',
  'refused_value',
  'partial_batch',
  'reset_before',
  'reset_after',
  'truncated',
  'empty_answer',
  'hang',
  'slow',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault to happen to requests of apps; those that match are counted from 1. What people do in HubSpot's own pages is spared. */
export const faultRuleSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** Only requests of this method; any without it. */
  method: z.optional(z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])),
  /** Only requests whose path has this in it; any without it. */
  pathHas: z.optional(z.string()),
  /** Every how many of them; each without it. */
  every: z.optional(z.int().check(z.gte(1))),
  /** Over after it happened this often; only when taken away without it. */
  times: z.optional(z.int().check(z.gte(1))),
});
export type FaultRule = z.infer<typeof faultRuleSchema>;

/** Faults on demand. */
export type Faults = {
  /** @returns takes the rule away */
  readonly inject: (rule: FaultRule) => () => void;
  readonly list: () => readonly (FaultRule & { readonly happened: number })[];
  readonly clear: () => void;
};

export type FaultBook = Faults & {
  /** The fault to happen to this request, which counts as having happened; null when none is due. */
  readonly due: (method: string, path: string) => FaultKind | null;
};

type Standing = { readonly rule: FaultRule; matched: number; happened: number };

export function createFaultBook(): FaultBook {
  const standing = new Set<Standing>();
  const isMeant = ({ method, pathHas }: FaultRule, request: { readonly method: string; readonly path: string }) =>
    (method === undefined || method === request.method) && (pathHas === undefined || request.path.includes(pathHas));
  return {
    inject: (rule) => {
      const one: Standing = { rule, matched: 0, happened: 0 };
      standing.add(one);
      return () => void standing.delete(one);
    },
    list: () => [...standing].map(({ rule, happened }) => ({ ...rule, happened })),
    clear: () => standing.clear(),
    due: (method, path) => {
      for (const one of standing) {
        const { rule } = one;
        if (!isMeant(rule, { method, path })) continue;
        one.matched += 1;
        if (one.matched % (rule.every ?? 1) !== 0) continue;
        one.happened += 1;
        if (rule.times !== undefined && one.happened >= rule.times) standing.delete(one);
        return rule.kind;
      }
      return null;
    },
  };
}
