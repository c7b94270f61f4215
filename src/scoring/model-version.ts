/** Version of the model; a stored score of another version is stale, a stored policy of another one is carried over. */
export const MODEL_VERSION = 2;
