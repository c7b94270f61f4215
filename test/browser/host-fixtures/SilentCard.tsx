// An entry that forgot to call hubspot.extend.
export const forgotten = 1;
