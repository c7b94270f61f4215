/** Budgets of our own for bundles, gzipped; HubSpot's limits are not published. */
export const extensionBytes = 60 * 1024;
export const functionBytes = 48 * 1024;
