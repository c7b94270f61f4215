/** A folder an account cannot be kept in as things are; the message says what to do about it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

const sentences: readonly (readonly [RegExp, (where: string) => string])[] = [
  [
    /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/,
    (where) =>
      `There is no room left to write ${where}. Make some and start again: what was there before is untouched.`,
  ],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/,
    (where) => `${where} cannot be written to. Give yourself the right to write there, or start from another folder.`,
  ],
  [/^(ENOTDIR|EEXIST)/, (where) => `${where} is no folder. Move away what stands in its place and start again.`],
  [
    /^SQLITE_IOERR/,
    (where) =>
      `The disk refused to read or write ${where}: it is full, gone or broken. What was written before is untouched.`,
  ],
];

/**
 * What a fault of a disk means for somebody who only wants to start, in one sentence.
 *
 * @param where - path of what was to be written
 * @returns the error itself when it is none of a disk
 */
export function storageFault(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  const sentence = sentences.find(([codes]) => codes.test(code))?.[1];
  return sentence === undefined ? error : new StorageError(sentence(where), { cause: error });
}
