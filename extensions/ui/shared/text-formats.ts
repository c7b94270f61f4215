/** Formats of text. The same objects every time: a new one, though equal, is a change that is sent to the page and drawn. */
export const regular = { fontWeight: 'regular' } as const;
export const bold = { fontWeight: 'bold' } as const;
export const demibold = { fontWeight: 'demibold' } as const;
