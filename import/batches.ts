/** HubSpot's largest batch (docs/hubspot.md section 10). */
const batchSize = 100;

/** Items in parts as large as one call takes, in order. */
export function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, place) =>
    items.slice(place * batchSize, (place + 1) * batchSize),
  );
}
