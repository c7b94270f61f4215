import { Button, Flex, NumberInput, Select, Text, Tile } from '@hubspot/ui-extensions';
import type { OwnerLimit } from '@deal-terms/core/crm';
import { errorProps } from '../shared/field-props.ts';
import type { SettingInputProps } from './setting-input-props.ts';
import { edited, problemAt } from './settings-draft.ts';
import { demibold } from '../shared/text-formats.ts';
import { percentToType, typedNumber, typedPercent } from '../shared/typed-number.ts';

/** Limits of single owners, to change, add and remove. */
export function OwnerLimits({ field: { path }, draft, problems, reader, onEdit }: SettingInputProps) {
  const limits = draft.settings.app.ownerLimits;
  const put = (next: readonly OwnerLimit[]) => {
    onEdit((now) => edited(now, path, next));
  };
  const change = (place: number, part: Partial<OwnerLimit>) => {
    put(limits.map((limit, at) => (at === place ? { ...limit, ...part } : limit)));
  };
  const nameOf = (ownerId: string) =>
    reader.owners.find(({ id }) => id === ownerId)?.name ?? 'somebody who is no longer here';
  const others = reader.owners.filter(({ id }) => !limits.some(({ ownerId }) => ownerId === id));
  return (
    <Flex direction="column" gap="sm">
      {limits.map(({ ownerId, maxDiscount, minMargin, minGain, maxDaysLater }, place) => {
        const at = `${path}[${place}]`;
        const input = (
          name: keyof Omit<OwnerLimit, 'ownerId'>,
          label: string,
          value: number | null,
          isPercent = false,
        ) => (
          <NumberInput
            name={`${at}.${name}`}
            label={`${label}, ${nameOf(ownerId)}`}
            precision={4}
            {...(value === null ? {} : { value: isPercent ? percentToType(value) : value })}
            {...errorProps(problemAt(problems, `${at}.${name}`))}
            onChange={(typed: unknown) => {
              change(place, { [name]: isPercent ? typedPercent(typed) : typedNumber(typed) });
            }}
          />
        );
        return (
          <Tile key={ownerId} compact={true}>
            <Flex direction="row" gap="sm" wrap={true} align="end">
              <Text format={demibold}>{nameOf(ownerId)}</Text>
              {input('maxDiscount', 'Largest discount (percent)', maxDiscount, true)}
              {input('minMargin', 'Lowest margin (percent)', minMargin, true)}
              {input('minGain', `Lowest gain (${reader.currency})`, minGain)}
              {input('maxDaysLater', 'Later payment (days)', maxDaysLater)}
              <Button
                size="xs"
                variant="secondary"
                onClick={() => {
                  put(limits.filter((_, other) => other !== place));
                }}
              >{`Remove the limits of ${nameOf(ownerId)}`}</Button>
            </Flex>
          </Tile>
        );
      })}
      {limits.length === 0 && <Text>Nobody has limits of their own.</Text>}
      {others.length > 0 && (
        <Select
          name={`${path}.add`}
          label="Add limits for"
          placeholder="Choose an owner"
          options={others.map(({ id, name }) => ({ label: name, value: id }))}
          onChange={(ownerId) => {
            if (typeof ownerId === 'string' && ownerId !== '')
              put([
                ...limits,
                {
                  ownerId,
                  maxDiscount: draft.settings.app.maxDiscount,
                  minMargin: draft.settings.app.minMargin,
                  minGain: draft.settings.app.minGain,
                  maxDaysLater: draft.settings.app.maxDaysLater,
                },
              ]);
          }}
        />
      )}
    </Flex>
  );
}
