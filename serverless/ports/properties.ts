/** Properties of one record as HubSpot has them. */
export type Properties = Readonly<Record<string, string | null>>;

/** Values a property had, newest first. */
export type PropertyHistory = Readonly<Record<string, readonly { readonly value: string; readonly at: string }[]>>;
