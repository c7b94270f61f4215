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

/** Properties with their values, edited in place. */
function PropertyList({
  store,
  view: { vocabulary, values },
  properties,
}: AboutRecordProps & { readonly properties: readonly Property[] }) {
  const { user, session } = useViewing();
  const scope: FormatScope = {
    vocabulary,
    locale: user.locale,
    timeZone: session.portal.timeZone,
    homeCurrency: session.portal.homeCurrency,
  };
  return (
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
}

/** What tells most of a record, of whichever type. */
export function KeyProperties(about: AboutRecordProps) {
  const { properties } = about.view.vocabulary;
  return (
    <PropertyList
      {...about}
      properties={keyProperties.map((name) => properties.get(name)).filter((property) => property !== undefined)}
    />
  );
}

/** All properties of a record in their groups, searchable, edited in place. */
export function AboutRecord(about: AboutRecordProps) {
  const { store, view } = about;
  const { vocabulary } = view;
  const [search, setSearch] = useState('');
  const [openGroups, setOpenGroups] = useState<string[]>([]);
  const all = [...vocabulary.properties.values()].filter(({ hidden }) => hidden !== true);
  const wanted = search.trim().toLowerCase();
  const found = all.filter(({ label, name }) => label.toLowerCase().includes(wanted) || name.includes(wanted));
  const groups = vocabulary.groups
    .map((group) => ({ ...group, properties: found.filter(({ groupName }) => groupName === group.name) }))
    .filter(({ properties }) => properties.length > 0);

  return (
    <section className="wb-card wb-record-about" aria-labelledby="about-record">
      <Title order={2} size="h5" id="about-record" mb="xs">
        About this {store.type.singular.toLowerCase()}
      </Title>
      <KeyProperties {...about} />
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
            <Accordion.Panel>
              <PropertyList {...about} properties={properties} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
