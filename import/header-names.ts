/** What a column of a deals export can be: a reference of the deal to something else, a fact HubSpot works out, or a property of the deal. */
export type ColumnMeaning =
  | 'recordId'
  | 'name'
  | 'pipeline'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'exchangeRate'
  | 'homeAmount'
  | 'owner'
  | 'ownerEmail'
  | 'companyIds'
  | 'companies'
  | 'companyDomain'
  | 'status'
  | 'isClosed'
  | 'isWon'
  | 'probability'
  | 'closeDate'
  | 'createDate'
  | 'dealType';

/**
 * Names of columns, parted by commas: HubSpot's labels and internal names first, in the languages of its users, then those of warehouses and other
 * CRMs. Case, accents, spaces, underscores and signs make no difference. The order is that of preference.
 */
export const headerNames: Readonly<Record<ColumnMeaning, { readonly english: string; readonly others: string }>> = {
  recordId: {
    english: 'record id, deal id, hs_object_id, opportunity id, objectid, id',
    others: `Datensatz-ID, Deal-ID, ID de l’enregistrement, ID de fiche d’informations, ID de la transaction, ID de registro, ID del negocio,
      ID record, ID del record, ID trattativa, Record-ID, ID do registro, ID do negócio`,
  },
  name: {
    english: 'deal name, dealname, opportunity name, deal title, title, deal, name',
    others: `Deal-Name, Dealname, Name des Deals, Nom de la transaction, Nom du deal, Nombre del negocio, Nombre del trato, Nome trattativa,
      Nome della trattativa, Nome dell’affare, Nome affare, Dealnaam, Naam deal, Nome do negócio, Verkaufschance, Nom de l’affaire`,
  },
  pipeline: {
    english:
      'pipeline, pipeline name, deal pipeline, sales pipeline, deal pipeline label, pipeline label, deal pipeline id',
    others: `Pipeline-Name, Pipeline de transaction, Pipeline de la transaction, Pipeline del negocio, Pipeline trattativa, Pipeline do negócio, Funil`,
  },
  stage: {
    english: `deal stage, dealstage, stage, stage name, opportunity stage, deal stage name, deal pipeline stage, deal stage label,
      deal pipeline stage label, deal pipeline stage id, status`,
    others: `Deal-Phase, Dealphase, Phase, Phase des Deals, Verkaufsphase, Phase de la transaction, Étape de la transaction, Étape, Phase du deal,
      Etapa del negocio, Etapa del trato, Etapa, Fase della trattativa, Fase trattativa, Fase dell’affare, Fase, Dealfase, Fase van deal,
      Etapa do negócio, Stufe`,
  },
  amount: {
    english:
      'amount, deal amount, deal value, value, opportunity amount, amount in deal currency, total value, close value, revenue, expected revenue',
    others: `Betrag, Deal-Betrag, Deal-Wert, Wert, Summe, Umsatz, Montant, Montant de la transaction, Valeur, Valor, Monto, Importe, Cantidad,
      Importo, Valore, Importo trattativa, Bedrag, Dealbedrag, Waarde, Valor do negócio`,
  },
  currency: {
    english:
      'currency, deal_currency_code, currency code, currencyisocode, deal currency, currency of value, deal currency of value, amount currency, opportunity currency',
    others:
      'Währung, Währungscode, Devise, Code devise, Moneda, Divisa, Código de moneda, Valuta, Codice valuta, Valutacode, Moeda',
  },
  exchangeRate: {
    english: 'exchange rate, hs_exchange_rate, conversion rate',
    others: 'Wechselkurs, Taux de change, Tipo de cambio, Tasso di cambio, Wisselkoers, Taxa de câmbio',
  },
  homeAmount: {
    english: 'amount in company currency, amount_in_home_currency, amount converted, amount in home currency',
    others: `Betrag in Unternehmenswährung, Betrag in der Unternehmenswährung, Montant dans la devise de l’entreprise,
      Valor en la moneda de la empresa, Importe en la divisa de la empresa, Cantidad en la moneda de la empresa,
      Importo nella valuta dell’azienda, Bedrag in bedrijfsvaluta, Bedrag in valuta van bedrijf, Valor na moeda da empresa`,
  },
  owner: {
    english:
      'deal owner, hubspot_owner_id, owner, owner name, opportunity owner, owner full name, deal owner name, sales rep, sales agent, salesperson, account executive, owner id',
    others: `Deal-Inhaber, Dealinhaber, Für Deal zuständiger Mitarbeiter, Zuständiger Mitarbeiter, Inhaber, Verantwortlich, Verantwortlicher,
      Propriétaire de la transaction, Propriétaire, Propietario del negocio, Propietario, Proprietario della trattativa, Proprietario trattativa,
      Proprietario, Dealeigenaar, Eigenaar, Eigenaar van deal, Proprietário do negócio, Proprietário`,
  },
  ownerEmail: {
    english: 'deal owner email, owner email, hubspot owner email, owner e-mail, deal owner e-mail',
    others:
      'E-Mail des Inhabers, Inhaber E-Mail, E-mail du propriétaire, Correo del propietario, Email proprietario, E-mail eigenaar',
  },
  companyIds: {
    english: `associated company ids (primary), associated company ids, associated company id, primary associated company,
      hs_primary_associated_company, associated company record id, company id, account id`,
    others: `Zugehörige Unternehmens-IDs, Zugehörige Unternehmens-ID, IDs d’entreprise associés, ID de l’entreprise associée,
      ID de empresas asociadas, ID de empresa asociada, ID azienda associata, ID aziende associate, Gekoppelde bedrijfs-ID’s, ID da empresa associada`,
  },
  companies: {
    english: `associated company (primary), associated company, associated companies, company name, company, account name, account, organization,
      organisation, organization name, deal organization, deal organisation, customer, client`,
    others: `Zugehöriges Unternehmen, Zugeordnetes Unternehmen, Unternehmen, Unternehmensname, Firma, Kunde, Entreprise associée, Entreprise,
      Société, Client, Empresa asociada, Empresa, Cliente, Azienda associata, Azienda, Gekoppeld bedrijf, Bedrijf, Bedrijfsnaam, Klant,
      Empresa associada`,
  },
  companyDomain: {
    english: `associated company domain, company domain name, company domain, associated company domain name, company website, website, domain`,
    others: `Unternehmensdomain, Domain des Unternehmens, Domaine de l’entreprise, Dominio de la empresa, Dominio azienda, Bedrijfsdomein,
      Domínio da empresa`,
  },
  status: {
    english: 'deal status, status, opportunity status',
    others:
      'Deal-Status, Statut, Statut de la transaction, Estado, Estado del negocio, Stato, Stato trattativa, Dealstatus',
  },
  isClosed: {
    english: 'is deal closed?, is deal closed, is closed, hs_is_closed, closed',
    others:
      'Ist der Deal abgeschlossen?, Ist Deal geschlossen?, Transaction fermée ?, ¿Está cerrado el negocio?, La trattativa è chiusa?, Is deal gesloten?',
  },
  isWon: {
    english: 'is closed won, hs_is_closed_won, is won, won',
    others:
      'Ist gewonnen, Ist abgeschlossen und gewonnen, Fermée gagnée, Es cerrado ganado, È chiuso vinto, Is gewonnen',
  },
  probability: {
    english: 'deal probability, hs_deal_stage_probability, probability, probability (%), win probability',
    others:
      'Deal-Wahrscheinlichkeit, Wahrscheinlichkeit, Probabilité de la transaction, Probabilité, Probabilidad del negocio, Probabilidad, Probabilità trattativa, Probabilità, Dealwaarschijnlijkheid, Waarschijnlijkheid, Probabilidade',
  },
  closeDate: {
    english:
      'close date, closedate, closing date, expected close date, deal expected close date, deal close date, deal closed on',
    others: `Abschlussdatum, Abschlusstermin, Datum des Abschlusses, Date de fermeture, Date de clôture, Fecha de cierre, Data di chiusura,
      Sluitingsdatum, Afsluitdatum, Data de fechamento, Erwartetes Abschlussdatum`,
  },
  createDate: {
    english:
      'create date, createdate, created date, creation date, created at, created, created time, deal created, deal created date, deal deal created, engage date, open date, opened date',
    others: `Erstellungsdatum, Erstellt am, Erstelldatum, Date de création, Fecha de creación, Data di creazione, Aanmaakdatum, Datum aangemaakt,
      Data de criação`,
  },
  dealType: {
    english: 'deal type, dealtype, opportunity type',
    others:
      'Deal-Typ, Dealtyp, Type de transaction, Type de deal, Tipo de negocio, Tipo di trattativa, Tipo trattativa, Dealtype, Tipo de negócio',
  },
};

/** Properties of HubSpot's own that columns of the deal's values fill. */
export const valueProperties: Readonly<Partial<Record<ColumnMeaning, string>>> = {
  recordId: 'hs_object_id',
  name: 'dealname',
  amount: 'amount',
  closeDate: 'closedate',
  createDate: 'createdate',
  dealType: 'dealtype',
};

/** A header as it is compared: without case, accents, signs and the prefix that warehouses give to properties. */
export function headerKey(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([a-z])’([a-z])/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:propert(?:y|ies)|hs property) (?=.)/, '');
}
