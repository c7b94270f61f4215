export { composeMessage } from './compose.ts';
export { languages, tongueOf, tongueOfLanguage } from './languages.ts';
export type { Language, Tongue } from './languages.ts';
export type { Correspondents, Message, MessageKind, MessageTerms } from './message-terms.ts';
export { catalogues } from './speaker.ts';
