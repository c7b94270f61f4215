/** Names of the months and their short forms in the languages of HubSpot's users, as they begin: January first. */
const names: readonly (readonly string[])[] = [
  ['january jan', 'januar jan janner', 'janvier janv', 'enero ene', 'gennaio gen', 'januari', 'janeiro'],
  ['february feb', 'februar', 'fevrier fevr fev', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march mar', 'marz mrz maerz', 'mars', 'marzo', 'marzo', 'maart mrt', 'marco'],
  ['april apr', 'april', 'avril avr', 'abril abr', 'aprile', 'april', 'abril'],
  ['may', 'mai', 'mai', 'mayo', 'maggio mag', 'mei', 'maio'],
  ['june jun', 'juni', 'juin', 'junio', 'giugno giu', 'juni', 'junho'],
  ['july jul', 'juli', 'juillet juil', 'julio', 'luglio lug', 'juli', 'julho'],
  ['august aug', 'august', 'aout aou', 'agosto ago', 'agosto', 'augustus', 'agosto'],
  ['september sep sept', 'september', 'septembre', 'septiembre set', 'settembre', 'september', 'setembro'],
  ['october oct', 'oktober okt', 'octobre', 'octubre', 'ottobre ott', 'oktober', 'outubro out'],
  ['november nov', 'november', 'novembre', 'noviembre', 'novembre', 'november', 'novembro'],
  ['december dec', 'dezember dez', 'decembre', 'diciembre dic', 'dicembre', 'december', 'dezembro'],
];
const months = new Map(
  names.flatMap((languages, place) =>
    languages.flatMap((forms) => forms.split(' ').map((name) => [name, place + 1] as const)),
  ),
);

/** The month of a name in English, German, French, Spanish, Italian, Dutch or Portuguese, 1 to 12; null for another word. */
export function monthNamed(name: string): number | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return months.get(plain) ?? null;
}
