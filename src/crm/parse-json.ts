/**
 * What a stored or received text says as JSON. Never throws.
 *
 * @returns undefined for a text that is not JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
