/** Languages customers are written to in. */
export const languages = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type Language = (typeof languages)[number];

/** A language, and the locale (BCP 47) its numbers and dates are written by. */
export type Tongue = { readonly language: Language; readonly locale: string };

/** The language most business in a country is done in, for the countries where there is no doubt (ISO 3166-1 alpha-2). */
const languageOfCountry: Readonly<Record<string, Language>> = {
  AT: 'de',
  DE: 'de',
  LI: 'de',
  FR: 'fr',
  MC: 'fr',
  ES: 'es',
  AR: 'es',
  CL: 'es',
  CO: 'es',
  MX: 'es',
  PE: 'es',
  NL: 'nl',
};

/** English of no country: a day comes before its month, as everywhere but in the United States. */
const localeOfEnglish = 'en-001';

/**
 * The language a customer is written to in: the contact's, else that of the seller's country, else English.
 *
 * @param contactLanguage - HubSpot's `hs_language`, such as `de` or `fr-ca`; null when the contact has none
 * @param sellerCountry - ISO 3166-1 alpha-2; null when it is not known
 * @returns the contact's region stays in the locale: `de-ch` groups thousands as the Swiss do
 */
export function tongueOf(contactLanguage: string | null, sellerCountry: string | null): Tongue {
  const spoken = contactLanguage === null ? null : tongueOfTag(contactLanguage);
  if (spoken !== null) return spoken;
  const language = languageOfCountry[sellerCountry ?? ''] ?? 'en';
  return tongueOfLanguage(language);
}

/** A language as it is written where no country is known. */
export function tongueOfLanguage(language: Language): Tongue {
  return { language, locale: language === 'en' ? localeOfEnglish : language };
}

/** Null for a tag that is malformed or of another language. */
function tongueOfTag(tag: string): Tongue | null {
  const [, subtag = '', region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/i.exec(tag.trim()) ?? [];
  const language = languages.find((one) => one === subtag.toLowerCase());
  if (language === undefined) return null;
  return region === undefined
    ? tongueOfLanguage(language)
    : { language, locale: `${language}-${region.toUpperCase()}` };
}
