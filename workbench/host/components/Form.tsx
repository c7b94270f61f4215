import { useMemo } from 'react';
import type { FormEvent } from 'react';
import type { FormInputValues, FormProps } from '@hubspot/ui-extensions';
import { eventRecord, reactionsOf } from './events.ts';
import { useExtensionScope } from './extension-scope.ts';
import { fire } from './fire.ts';
import { createFormFields, FormScopeProvider } from './form-scope.ts';
import { mapped } from './mapped.ts';

function HostForm({ onSubmit, autoComplete = 'off', children }: FormProps) {
  const { overlays } = useExtensionScope();
  const fields = useMemo(createFormFields, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const targetValue = fields.submit() as FormInputValues;
    fire(onSubmit, { ...eventRecord(event), targetValue }, reactionsOf(overlays));
  };
  return (
    <FormScopeProvider value={fields}>
      <form noValidate onSubmit={submit} autoComplete={autoComplete} className="wb-stack">
        {children}
      </form>
    </FormScopeProvider>
  );
}

export const formComponents = {
  Form: mapped<FormProps>({ onSubmit: 'used', preventDefault: 'unused', autoComplete: 'used' }, HostForm),
};
