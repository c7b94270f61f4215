import { Button, Flex, Input, Select, Text, Tile } from '@hubspot/ui-extensions';
import type { OwnProperty } from '@deal-terms/core/crm';
import { errorProps } from '../shared/field-props.ts';
import type { SettingInputProps } from './setting-input-props.ts';
import { edited, problemAt } from './settings-draft.ts';
import { ownFigureLabels, recordLabels } from './setting-words.ts';

const blank: OwnProperty = { figure: 'daysBeyondTerms', on: 'companies', name: '', label: '' };

/** Properties of the account's own that hold a figure, to name, change and remove. */
export function OwnProperties({ field: { path }, draft, problems, onEdit }: SettingInputProps) {
  const properties = draft.settings.app.ownProperties;
  const put = (next: readonly OwnProperty[]) => {
    onEdit((now) => edited(now, path, next));
  };
  const change = (place: number, part: Partial<OwnProperty>) => {
    put(properties.map((property, at) => (at === place ? { ...property, ...part } : property)));
  };
  return (
    <Flex direction="column" gap="sm">
      {properties.map(({ figure, on, name, label }, place) => {
        const at = `${path}[${place}]`;
        return (
          <Tile key={at} compact={true}>
            <Flex direction="row" gap="sm" wrap={true} align="end">
              <Select
                name={`${at}.figure`}
                label="Figure"
                value={figure}
                options={optionsOf(ownFigureLabels)}
                onChange={(value) => {
                  change(place, { figure: value as OwnProperty['figure'] });
                }}
              />
              <Select
                name={`${at}.on`}
                label="Kept on"
                value={on}
                options={optionsOf(recordLabels)}
                onChange={(value) => {
                  change(place, { on: value as OwnProperty['on'] });
                }}
              />
              <Input
                name={`${at}.name`}
                label="Internal name of the property"
                placeholder="payment_terms_days"
                value={name}
                {...errorProps(problemAt(problems, `${at}.name`))}
                onChange={(text) => {
                  change(place, { name: text.trim() });
                }}
              />
              <Input
                name={`${at}.label`}
                label="What the card calls it"
                value={label}
                {...errorProps(problemAt(problems, `${at}.label`))}
                onChange={(text) => {
                  change(place, { label: text });
                }}
              />
              <Button
                size="xs"
                variant="secondary"
                onClick={() => {
                  put(properties.filter((_, other) => other !== place));
                }}
              >{`Remove property ${place + 1}`}</Button>
            </Flex>
          </Tile>
        );
      })}
      {properties.length === 0 && <Text>No property of your own is named.</Text>}
      <Flex direction="row">
        <Button
          size="xs"
          variant="secondary"
          onClick={() => {
            put([...properties, blank]);
          }}
        >
          Name a property
        </Button>
      </Flex>
    </Flex>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
