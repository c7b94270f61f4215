import { Accordion, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Property } from '../api/crm-schemas.ts';
import type { FormatScope } from '../api/format-value.ts';
import type { RecordStore } from '../api/record-store.ts';
import { useViewing } from '../session.tsx';
import { PropertyValue } from './PropertyValue.tsx';
import type { RecordView } from './use-record.ts';

/** Shown on top, before the groups, as far as the type has them. */
const keyProperties: readonly string[] = [
  'amount',
  'deal_currency_code',
  'closedate',
  'dealstage',
  'pipeline',
  'hubspot_owner_id',
  'domain',
  'country',
  'email',
  'phone',
  'hs_pipeline_stage',
  'hs_ticket_priority',
];

type AboutRecordProps = { readonly store: RecordStore; readonly view: RecordView };

/** All properties of a record in their groups, searchable, edited in place. */
export function AboutRecord({ store, view: { vocabulary, values } }: AboutRecordProps) {
  const { user, session } = useViewing();
  const [search, setSearch] = useState('');
  const [openGroups, setOpenGroups] = useState<string[]>([]);
  const scope: FormatScope = {
    vocabulary,
    locale: user.locale,
    timeZone: session.portal.timeZone,
    homeCurrency: session.portal.homeCurrency,
  };
  const all = [...vocabulary.properties.values()].filter(({ hidden }) => hidden !== true);
  const wanted = search.trim().toLowerCase();
  const found = all.filter(({ label, name }) => label.toLowerCase().includes(wanted) || name.includes(wanted));
  const key = keyProperties.map((name) => vocabulary.properties.get(name)).filter((property) => property !== undefined);
  const list = (properties: readonly Property[]) => (
    <dl className="wb-properties">
      {properties.map((property) => (
        <div key={property.name} className="wb-property">
          <dt title={property.name}>{property.label}</dt>
          <dd>
            <PropertyValue
              property={property}
              values={values}
              scope={scope}
              onSave={(value) => store.write({ [property.name]: value })}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
  const groups = vocabulary.groups
    .map((group) => ({ ...group, properties: found.filter(({ groupName }) => groupName === group.name) }))
    .filter(({ properties }) => properties.length > 0);

  return (
    <section className="wb-card wb-record-about" aria-labelledby="about-record">
      <Title order={2} size="h5" id="about-record" mb="xs">
        About this {store.type.singular.toLowerCase()}
      </Title>
      {list(key)}
      <Title order={3} size="h6" mt="md" mb={6}>
        All properties
      </Title>
      <TextInput
        aria-label="Search properties"
        placeholder="Search properties"
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {groups.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          No property is called like that.
        </Text>
      )}
      <Accordion
        multiple
        value={wanted === '' ? openGroups : groups.map(({ name }) => name)}
        onChange={setOpenGroups}
        mt="xs"
        styles={{ control: { paddingInline: 4 }, content: { padding: '0 4px 8px' } }}
      >
        {groups.map(({ name, label, properties }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control fz="sm">
              {label}{' '}
              <Text component="span" size="xs" c="dimmed">
                ({properties.length})
              </Text>
            </Accordion.Control>
            <Accordion.Panel>{list(properties)}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
