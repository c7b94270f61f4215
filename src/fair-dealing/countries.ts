/** The European Union's members, ISO 3166-1 alpha-2, with the names HubSpot's records have for them. */
const members: Readonly<Record<string, readonly string[]>> = {
  AT: ['austria', 'österreich'],
  BE: ['belgium', 'belgië', 'belgique'],
  BG: ['bulgaria'],
  CY: ['cyprus'],
  CZ: ['czech republic', 'czechia', 'česko'],
  DE: ['germany', 'deutschland'],
  DK: ['denmark', 'danmark'],
  EE: ['estonia', 'eesti'],
  ES: ['spain', 'españa'],
  FI: ['finland', 'suomi'],
  FR: ['france'],
  GR: ['greece', 'hellas'],
  HR: ['croatia', 'hrvatska'],
  HU: ['hungary', 'magyarország'],
  IE: ['ireland', 'éire', 'republic of ireland'],
  IT: ['italy', 'italia'],
  LT: ['lithuania', 'lietuva'],
  LU: ['luxembourg'],
  LV: ['latvia', 'latvija'],
  MT: ['malta'],
  NL: ['netherlands', 'the netherlands', 'nederland'],
  PL: ['poland', 'polska'],
  PT: ['portugal'],
  RO: ['romania', 'românia'],
  SE: ['sweden', 'sverige'],
  SI: ['slovenia', 'slovenija'],
  SK: ['slovakia', 'slovensko'],
};

const unitedStates = ['us', 'usa', 'u.s.', 'u.s.a.', 'united states', 'united states of america'];

/** Where a rule applies. */
export type Region = 'EU' | 'US';

/**
 * The region a country is in, as far as the rules ask.
 *
 * @param country - a code of two letters or a name, as a record spells it; null when it says nothing
 * @returns null for every other country, and for a name nobody knows
 */
export function regionOf(country: string | null): Region | null {
  const name = (country ?? '').trim().toLowerCase();
  if (unitedStates.includes(name)) return 'US';
  const isMember = Object.entries(members).some(([code, names]) => code.toLowerCase() === name || names.includes(name));
  return isMember ? 'EU' : null;
}
