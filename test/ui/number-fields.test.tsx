import { useState } from 'react';
import { CurrencyInput, NumberInput } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { WhatIf } from '@deal-terms/core/plan';
import { describe, expect, it } from 'vitest';
import { WhatIfForm } from '../../extensions/ui/plan/WhatIfForm.tsx';
import { SettingInput } from '../../extensions/ui/settings/SettingInput.tsx';
import { settingFields } from '../../extensions/ui/settings/setting-groups.ts';
import { defaultSettings, draftOf, problemsOf } from '../../extensions/ui/settings/settings-draft.ts';
import type { Draft } from '../../extensions/ui/settings/settings-draft.ts';
import { openTab } from './card.tsx';

/** What `NumberInput` passes for an emptied field, whatever its type says. */
const emptied = undefined as never;

describe('an emptied number', () => {
  it('of the policy is an error at its field and leaves the setting as it was, never 0', () => {
    let last: Draft | undefined;
    const field = settingFields.find(({ path }) => path === 'model.backlog.unfundedCost')!;
    function Setting() {
      const [draft, setDraft] = useState(draftOf(defaultSettings));
      last = draft;
      return (
        <SettingInput
          field={field}
          draft={draft}
          problems={problemsOf(draft)}
          reader={{ locale: 'en-GB', currency: 'EUR', owners: [] }}
          onEdit={(change) => {
            setDraft(change);
          }}
        />
      );
    }
    const renderer = createRenderer('settings');
    renderer.render(<Setting />);
    const input = () => renderer.find(CurrencyInput);
    input().trigger('onChange', 250_000 as never);
    input().trigger('onChange', emptied);
    expect(input().props).toMatchObject({ error: true, validationMessage: 'Enter a number.' });
    expect(last?.settings.model.backlog.unfundedCost).toBe(250_000);
    input().trigger('onChange', 300_000 as never);
    expect(input().props.error).toBeUndefined();
    expect(last?.settings.model.backlog.unfundedCost).toBe(300_000);
  });

  it('of the what-if is an error at its field, and the plan goes on with the last figure', () => {
    const stored = { unfundedCost: 250_000, contributionMargin: 0.45, certainty: 0.9, borrowingRate: 0.12 };
    const changes: Partial<WhatIf>[] = [];
    const renderer = createRenderer('pages');
    renderer.render(
      <WhatIfForm
        value={stored}
        stored={stored}
        currency="EUR"
        onChange={(change) => changes.push(change)}
        onReset={() => undefined}
      />,
    );
    const rate = () => renderer.find(NumberInput, { name: 'borrowingRate' });
    rate().trigger('onChange', emptied);
    expect(rate().props).toMatchObject({
      error: true,
      validationMessage: 'Enter a figure: until then the plan counts with the last one.',
    });
    expect(changes).toEqual([]);
    rate().trigger('onChange', 12.5 as never);
    expect(changes).toEqual([{ borrowingRate: 0.125 }]);
    expect(rate().props.error).toBeUndefined();
  });
});

describe('a gross margin', () => {
  it('typed as a fraction means the percentage, and the field says so', async () => {
    const { card } = await openTab();
    card.click('Edit');
    card.number('grossMargin', 0.45);
    expect(card.numberInput('grossMargin')).toMatchObject({ value: 45, description: 'Taken as 45%.' });
    card.number('grossMargin', 41);
    expect(card.numberInput('grossMargin')).toMatchObject({
      value: 41,
      description: 'Empty: our usual 45% is assumed.',
    });
  });
});
