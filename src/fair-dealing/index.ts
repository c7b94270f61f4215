export { fairDealingNotes } from './fair-dealing-notes.ts';
export type { Dealing, FairDealingNote, TermsInQuestion } from './fair-dealing-notes.ts';
