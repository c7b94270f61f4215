/** Words for a deal that was won, in the forms that stage names have, in English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish and Polish. */
const won =
  words(`won win gewonnen gagné gagnée gagnés gagnées remporté remportée ganado ganada ganados ganadas vinto vinta vinti vinte
  ganho ganha ganhos ganhas vunnen vunnet vunna vundet vundne wygrana wygrane wygrany wygrano`);
/** Words for one that was lost or given up. */
const lost =
  words(`lost verloren perdu perdue perdus perdues perdido perdida perdidos perdidas perso persa persi perse förlorad förlorat förlorade
  tabt tabte przegrana przegrane przegrany przegrano abandoned cancelled canceled disqualified rejected abgesagt abgelehnt storniert disqualifiziert
  abgebrochen annulé annulée abandonné abandonnée disqualifié refusé cancelado cancelada descartado descalificado annullato annullata abbandonato
  scartato geannuleerd afgewezen cancelada desqualificado avbruten inställd annulleret anulowany anulowana`);
const not = words('not never no nicht nie kein non pas jamais ne nunca niet nooit não inte ej ikke nie cannot');

/** How a stage's name says that its deals ended; null when it does not. "Won't buy" and "Not won" are no wins. */
export function outcomeNamed(label: string): 'won' | 'lost' | null {
  const all =
    label
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  const isNegated = all.some((word) => not.has(word) || word.endsWith("n't"));
  if (all.some((word) => lost.has(word))) return isNegated ? null : 'lost';
  if (!all.some((word) => won.has(word))) return null;
  return isNegated ? 'lost' : 'won';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
