import { describe, expect, it } from 'vitest';
import { defaultThemeList, proposedThemes } from '@deal-terms/core/themes';

const { themes } = defaultThemeList;

describe('themes proposed from the customer’s words', () => {
  it.each([
    // English
    ['Their leaflet for the spring promotion is printed and the date cannot move.', ['promotion_dates']],
    ['Cash is tied up in stock before Christmas.', ['seasonal_cash']],
    ['Accounts payable has one payment run a month, on the 15th.', ['payment_runs']],
    ['Their own customers pay after 60 days.', ['late_payers']],
    ['The bank cut their overdraft.', ['credit_lines']],
    ['They sell out every December; shelves are empty for a week.', ['stock_outs']],
    ['No room in the warehouse before March.', ['storage']],
    ['Last time we delivered late and they paid a penalty.', ['late_deliveries']],
    ['Opening a new store in Lyon.', ['openings']],
    ['Budget is gone until the fiscal year ends.', ['budget_year']],
    ['Head office wants the standard terms of the framework agreement.', ['purchasing_rules']],
    // German
    ['In der AKTIONSWOCHE war alles ausverkauft.', ['promotion_dates', 'stock_outs']],
    ['Vor der Hochsaison fehlt das Geld, im Weihnachtsgeschäft ist es da.', ['seasonal_cash']],
    ['Die Buchhaltung zahlt nur zum Zahllauf am Monatsende.', ['payment_runs']],
    ['Ihre Kunden zahlen erst nach 60 Tagen.', ['late_payers']],
    ['Die Kreditversicherung hat die Linie gekürzt.', ['credit_lines']],
    ['Kein Platz: Die Lagerfläche ist voll.', ['storage']],
    ['Kein Platz: Die Lagerflaeche ist voll.', ['storage']],
    ['Wir haben zu spaet geliefert.', ['late_deliveries']],
    ['Neueröffnung der Filiale in Köln', ['openings']],
    ['Jahresabschluß und Budget', ['budget_year']],
    ['Die Konzernzentrale hat eine Einkaufsrichtlinie.', ['purchasing_rules']],
    // French
    ['Opération commerciale en tête de gondole', ['promotion_dates']],
    ['À NOËL, la trésorerie est immobilisée', ['seasonal_cash']],
    ['Une campagne de règlement par mois', ['promotion_dates', 'payment_runs']],
    ['Leurs clients les paient à 60 jours', ['late_payers']],
    ['La banque a réduit le découvert', ['credit_lines']],
    ['Rupture de stock, rayons vides', ['stock_outs']],
    ['Pas de place dans l’entrepôt', ['storage']],
    ['Livraison en retard, pénalités payées', ['late_deliveries']],
    ['Ouverture d’un nouveau magasin', ['openings']],
    ['Après la clôture de l’exercice', ['budget_year']],
    ['La centrale d’achat impose ses conditions générales', ['purchasing_rules']],
    // Spanish
    ['El folleto de la campaña ya está impreso', ['promotion_dates']],
    ['Antes de Navidad no hay caja, es estacional', ['seasonal_cash']],
    ['Solo los días de pago, el 5 y el 20', ['payment_runs']],
    ['Tardan en cobrar de sus clientes', ['late_payers']],
    ['El banco no amplía la línea de crédito', ['credit_lines']],
    ['Roturas de stock: se agotan las existencias', ['stock_outs']],
    ['No tienen espacio en el almacén', ['storage']],
    ['Hubo retrasos', ['late_deliveries']],
    ['Apertura de nuevas tiendas', ['openings']],
    ['Sin presupuesto hasta enero', ['budget_year']],
    ['La central de compras decide', ['purchasing_rules']],
    // Dutch
    ['De folder voor de actieweek is gedrukt', ['promotion_dates']],
    ['Vóór kerst zit het geld in de voorraad', ['seasonal_cash']],
    ['Eén betaalronde per maand', ['payment_runs']],
    ['Hun klanten betalen laat', ['late_payers']],
    ['Kredietlimiet bereikt', ['credit_lines']],
    ['Lege schappen, alles uitverkocht', ['stock_outs']],
    ['Geen ruimte in het magazijn', ['storage']],
    ['Te laat geleverd', ['late_deliveries']],
    ['Nieuwe vestiging in Utrecht', ['openings']],
    ['Het boekjaar eindigt in juni', ['budget_year']],
    ['Het hoofdkantoor heeft inkoopvoorwaarden', ['purchasing_rules']],
    // Words that only look alike, and nothing at all.
    ['Their reaction to our transaction was good', []],
    ['They balanced the books', []],
    ['…', []],
  ])('%s', (why, expected) => {
    expect(proposedThemes(why, themes)).toEqual(expected);
  });

  it('proposes nothing without words, and no retired theme', () => {
    expect(proposedThemes(null, themes)).toEqual([]);
    expect(
      proposedThemes(
        'No room in the warehouse',
        themes.map((theme) => ({ ...theme, isRetired: true })),
      ),
    ).toEqual([]);
  });

  it('finds a theme of the company’s own by its name, and a renamed one by its old words too', () => {
    const own = [
      { id: 'trade_fairs', name: 'Trade fair', isRetired: false },
      { id: 'storage', name: 'Regal-Plätze', isRetired: false },
    ];
    expect(proposedThemes('They show it at trade fairs.', own)).toEqual(['trade_fairs']);
    expect(proposedThemes('The warehouse is full', own)).toEqual(['storage']);
    expect(proposedThemes('keine REGALPLAETZE, keine Regal-Plaetze', own)).toEqual(['storage']);
    expect(proposedThemes('a fair trade', own)).toEqual([]);
  });
});
