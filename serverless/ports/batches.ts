/** HubSpot's largest batch (docs/hubspot.md section 10). */
export const batchSize = 100;

/**
 * Items in parts as large as one call takes, in order.
 *
 * @param size - of a part at the most
 */
export function inBatches<T>(items: readonly T[], size = batchSize): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
