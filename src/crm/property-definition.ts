/** A property as HubSpot's `POST /crm/v3/properties/{objectType}` takes it (docs/hubspot.md section 7), in the subset the app uses. */
export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  /** Shown by HubSpot under the label and in the property picker: what it means, with its unit. */
  readonly description: string;
} & (
  | {
      readonly type: 'enumeration';
      readonly fieldType: 'select' | 'checkbox';
      readonly options: readonly PropertyOption[];
    }
  | {
      readonly type: 'number';
      readonly fieldType: 'number';
      readonly numberDisplayHint?: 'formatted' | 'unformatted' | 'percentage';
      readonly showCurrencySymbol?: boolean;
    }
  | { readonly type: 'string'; readonly fieldType: 'text' | 'textarea'; readonly hasUniqueValue?: boolean }
  | { readonly type: 'date' | 'datetime'; readonly fieldType: 'date' }
);

/** One choice of an enumeration: `value` is stored, `label` is shown. */
export type PropertyOption = { readonly value: string; readonly label: string; readonly description?: string };
