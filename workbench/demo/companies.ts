import type { PersonKey } from './people.ts';

/** A customer of the demo company and the person there who buys. */
export type DemoCompany = {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  readonly city: string;
  readonly country: string;
  readonly industry: string;
  readonly employees: number;
  readonly owner: PersonKey;
  readonly contact: { readonly first: string; readonly last: string; readonly job: string };
};

type Row = readonly [key: string, name: string, city: string, country: string, industry: string, employees: number, owner: PersonKey, first: string, last: string, job: string];

const rows: readonly Row[] = [
  ['liffey', 'Liffey & Lane Stores', 'Dublin', 'Ireland', 'RETAIL', 640, 'oliver', 'Niamh', 'Byrne', 'Head of Seasonal Buying'],
  ['tulp', 'De Gouden Tulp Winkels', 'Utrecht', 'Netherlands', 'RETAIL', 1200, 'oliver', 'Sander', 'de Wit', 'Chain Purchasing Director'],
  ['harrow', 'Harrow & Pine', 'London', 'United Kingdom', 'RETAIL', 310, 'oliver', 'Emily', 'Carter', 'Senior Buyer'],
  ['cotswold', 'Cotswold Garden Centres', 'Cirencester', 'United Kingdom', 'RETAIL', 420, 'oliver', 'George', 'Aldous', 'Gift Hall Buyer'],
  ['museum', 'Northern Museums Trading', 'Manchester', 'United Kingdom', 'MUSEUMS_AND_INSTITUTIONS', 85, 'oliver', 'Priya', 'Shah', 'Retail Manager'],
  ['aarhus', 'Hygge & Hjem', 'Aarhus', 'Denmark', 'RETAIL', 95, 'oliver', 'Freja', 'Lund', 'Owner'],
  ['fjord', 'Fjordlinje Tax Free', 'Bergen', 'Norway', 'LEISURE_TRAVEL_TOURISM', 260, 'oliver', 'Ingrid', 'Solberg', 'Category Manager'],
  ['gent', 'Maison du Cadeau', 'Ghent', 'Belgium', 'WHOLESALE', 48, 'oliver', 'Luc', 'Peeters', 'Managing Director'],
  ['schwarz', 'Schwarzwald Souvenirs', 'Triberg', 'Germany', 'RETAIL', 60, 'lena', 'Klaus', 'Herrmann', 'Inhaber'],
  ['alpen', 'Alpenglück Handels GmbH', 'Munich', 'Germany', 'WHOLESALE', 140, 'lena', 'Sabine', 'Gruber', 'Einkaufsleiterin'],
  ['hansa', 'Hansa Geschenkehaus', 'Hamburg', 'Germany', 'RETAIL', 220, 'lena', 'Torben', 'Petersen', 'Einkauf Saisonware'],
  ['rhein', 'Rheinblick Flusskreuzfahrten', 'Cologne', 'Germany', 'LEISURE_TRAVEL_TOURISM', 510, 'lena', 'Anja', 'Krüger', 'Bordshop-Leitung'],
  ['dom', 'Stadt Regensburg Tourismus', 'Regensburg', 'Germany', 'LEISURE_TRAVEL_TOURISM', 75, 'lena', 'Martin', 'Seidl', 'Beschaffung'],
  ['wien', 'Café Zuckerbäck', 'Vienna', 'Austria', 'HOSPITALITY', 130, 'lena', 'Elisabeth', 'Moser', 'Geschäftsführerin'],
  ['salz', 'Salzburger Festspielshop', 'Salzburg', 'Austria', 'RETAIL', 35, 'lena', 'Johannes', 'Eder', 'Shopleitung'],
  ['zuri', 'Zürisee Warenhaus', 'Zurich', 'Switzerland', 'RETAIL', 380, 'lena', 'Reto', 'Ammann', 'Category Buyer'],
  ['luzern', 'Uhren & Andenken Luzern', 'Lucerne', 'Switzerland', 'LUXURY_GOODS_JEWELRY', 22, 'lena', 'Beatrice', 'Frei', 'Inhaberin'],
  ['praha', 'Praha Dárky', 'Prague', 'Czechia', 'RETAIL', 70, 'lena', 'Tomáš', 'Novotný', 'Purchasing Manager'],
  ['bavarian', 'Bavarian Imports of Milwaukee', 'Milwaukee', 'United States', 'WHOLESALE', 55, 'mason', 'Heidi', 'Schultz', 'President'],
  ['maple', 'Maple Street Gifts', 'Burlington', 'United States', 'RETAIL', 180, 'mason', 'Aaron', 'Blake', 'VP Merchandising'],
  ['lakeside', 'Lakeside Holiday Markets', 'Chicago', 'United States', 'WHOLESALE', 40, 'mason', 'Denise', 'Ortega', 'Market Director'],
  ['sakura', 'Sakura Department Store', 'Osaka', 'Japan', 'RETAIL', 2300, 'mason', 'Kenji', 'Watanabe', 'Imported Goods Buyer'],
  ['southern', 'Southern Cross Homewares', 'Melbourne', 'Australia', 'CONSUMER_GOODS', 150, 'mason', 'Olivia', 'Nguyen', 'Range Planner'],
  ['rockies', 'Rocky Mountain Lodges', 'Denver', 'United States', 'HOSPITALITY', 900, 'mason', 'Caleb', 'Hart', 'Gift Shop Operations'],
];

/** 24 customers; domains are reserved ones that nobody can own. */
export const companies: readonly DemoCompany[] = rows.map(([key, name, city, country, industry, employees, owner, first, last, job]) => ({
  key, name, city, country, industry, employees, owner, domain: `${key}.example`, contact: { first, last, job },
}));
