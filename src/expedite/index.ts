export { isoWeekOf, isoWeeksFrom, mondayOf } from './iso-week.ts';
export { expediteActions, holdsSlot, isOpen, possibleActions, transition, transitions } from './transitions.ts';
export type { ExpediteAction, RequestState } from './transitions.ts';
