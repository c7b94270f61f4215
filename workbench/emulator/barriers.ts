/** Which requests a barrier holds; `path` is tested against the path without query. */
export type HoldRequest = { readonly method: string; readonly path: RegExp; readonly count: number };

export type Hold = {
  /** Settles when all requests have arrived and were let go. */
  readonly released: Promise<void>;
  /** How many wait now. */
  readonly waiting: () => number;
  /** Lets go of those that wait and holds no more. */
  readonly cancel: () => void;
};

/** Makes "at the same time" happen: requests that match wait, authenticated and not yet acted on, until the last of them is there. */
export type Barriers = {
  readonly hold: (request: HoldRequest) => Hold;
  /** Waits here when a barrier wants this request. */
  readonly pass: (method: string, path: string) => Promise<void>;
};

type Barrier = HoldRequest & { arrived: number; readonly open: Promise<void>; readonly release: () => void };

export function createBarriers(): Barriers {
  const standing = new Set<Barrier>();
  return {
    hold: (request) => {
      const { promise, resolve } = deferred();
      const barrier: Barrier = { ...request, arrived: 0, open: promise, release: resolve };
      const cancel = () => {
        standing.delete(barrier);
        barrier.release();
      };
      standing.add(barrier);
      return { released: promise, waiting: () => (standing.has(barrier) ? barrier.arrived : 0), cancel };
    },
    pass: async (method, path) => {
      const barrier = [...standing].find((candidate) => candidate.method === method && candidate.path.test(path));
      if (barrier === undefined) return;
      barrier.arrived += 1;
      if (barrier.arrived >= barrier.count) {
        standing.delete(barrier);
        barrier.release();
      }
      await barrier.open;
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
