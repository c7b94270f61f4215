/** Told of work done so far of all there is. */
export type Progress = (what: string, done: number, total: number) => void;
