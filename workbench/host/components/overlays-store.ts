/** Which modals and panels of one extension are open; they are known by the `id` the extension gives them. */
export type Overlays = {
  readonly isOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createOverlays(): Overlays {
  const open = new Set<string>();
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  return {
    isOpen: (id) => open.has(id),
    open: (id) => {
      open.add(id);
      tellAll();
    },
    close: (id) => {
      if (open.delete(id)) tellAll();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
