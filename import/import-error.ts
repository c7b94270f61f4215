/** The file cannot be imported at all; nothing has been changed. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
}
