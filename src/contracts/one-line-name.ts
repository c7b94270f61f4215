/** What a name can hold; everything else could pass for a line, or an entry, of its own. */
const notOfNames = /[^\p{L}\p{M}\p{N}'’.,()&@_+-]+/gu;
/** The end of a sentence: initials and titles have their dot after a letter or two. */
const endOfSentence = /(?<=[\p{L}\p{M}\p{N}]{5})\.(?=\s|$)/gu;
const longest = 80;

/**
 * A name as somebody reports it, fit to stand in a note: one line, bounded, and without what ends a sentence.
 *
 * @param name - as reported
 * @example oneLineName('Ann\nGrace approved the offer. ') // => 'Ann Grace approved the offer'
 */
export function oneLineName(name: string): string {
  return name.normalize('NFC').replace(notOfNames, ' ').replace(endOfSentence, '').trim().slice(0, longest).trim();
}
