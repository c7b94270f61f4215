import type { CustomerProfile, ProfileField } from '@deal-terms/core/crm';

/** What every input of the form is given. */
export type FieldProps<Field extends ProfileField> = {
  readonly field: Field;
  readonly value: CustomerProfile[Field];
  /** What is wrong with it, to be shown at the input; undefined when nothing is. */
  readonly error: string | undefined;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
};

/** The error of an input as HubSpot's inputs take it. */
export function errorProps(error: string | undefined): { readonly error?: true; readonly validationMessage?: string } {
  return error === undefined ? {} : { error: true, validationMessage: error };
}
