/** Data type of a property and what it looks like in a form, as HubSpot names them. */
export type PropertyType = 'string' | 'number' | 'bool' | 'enumeration' | 'date' | 'datetime' | 'phone_number';

export type PropertyOption = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
};

/** A property HubSpot defines itself. */
export type StandardProperty = {
  readonly name: string;
  readonly label: string;
  readonly groupName: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly options: readonly PropertyOption[];
  readonly readOnlyValue: boolean;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly hasUniqueValue: boolean;
  readonly referencedObjectType?: string;
};

type Traits = Partial<
  Pick<StandardProperty, 'readOnlyValue' | 'calculated' | 'externalOptions' | 'hasUniqueValue' | 'referencedObjectType'>
> & { readonly choices?: Readonly<Record<string, string>> };

/**
 * One row of a table of standard properties.
 *
 * @param traits - `choices` are option labels by value
 */
export function standardProperty(
  groupName: string,
  name: string,
  label: string,
  type: PropertyType,
  fieldType: string,
  traits: Traits = {},
): StandardProperty {
  const { choices = {}, ...flags } = traits;
  const options = Object.entries(choices).map(([value, optionLabel], displayOrder) => ({
    label: optionLabel,
    value,
    displayOrder,
    hidden: false,
  }));
  return {
    name,
    label,
    groupName,
    type,
    fieldType,
    options,
    readOnlyValue: false,
    calculated: false,
    externalOptions: false,
    hasUniqueValue: false,
    ...flags,
  };
}

export const yesOrNo = { choices: { true: 'Yes', false: 'No' } } as const;
export const readOnly = { readOnlyValue: true } as const;
export const computed = { readOnlyValue: true, calculated: true } as const;
export const ownerReference = { externalOptions: true, referencedObjectType: 'OWNER' } as const;
