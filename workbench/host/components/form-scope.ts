import { createContext, useContext, useEffect, useRef } from 'react';

/** A field as its form sees it. */
type FormField = {
  readonly name: string;
  readonly value: () => unknown;
  /** Tells the extension of an edit it does not know of yet: HubSpot commits fields on leaving them and when the form is submitted. */
  readonly commit: () => void;
};

/** The fields of one form, in no order. */
export type FormFields = {
  readonly add: (field: { readonly current: FormField }) => () => void;
  readonly submit: () => Record<string, unknown>;
};

const Scope = createContext<FormFields | null>(null);

export const FormScopeProvider = Scope.Provider;

export function createFormFields(): FormFields {
  const fields = new Set<{ readonly current: FormField }>();
  return {
    add: (field) => {
      fields.add(field);
      return () => fields.delete(field);
    },
    submit: () => {
      for (const { current } of fields) current.commit();
      return Object.fromEntries(
        [...fields].filter(({ current }) => current.name !== '').map(({ current }) => [current.name, current.value()]),
      );
    },
  };
}

/** Makes a field part of the form around it, if there is one. */
export function useFormField(name: string | undefined, value: unknown, commit: () => void = nothing): void {
  const form = useContext(Scope);
  const field = useRef<FormField>({ name: '', value: () => undefined, commit });
  field.current = { name: name ?? '', value: () => value, commit };
  useEffect(() => form?.add(field), [form]);
}

function nothing(): void {
  // Fields that tell the extension at once have nothing left to commit.
}
