import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import type {
  CrmAssociationPropertyListProps,
  CrmDataHighlightProps,
  CrmPropertyListProps,
  CrmSimpleDeadlineProps,
} from '@hubspot/ui-extensions/crm';
import { useExtensionScope } from '../components/extension-scope.ts';
import { mapped } from '../components/mapped.ts';
import { listed, useAssociatedRecords, useCrmRecord } from './crm-data.ts';
import type { ShownRecord, ShownRecords } from './crm-data.ts';
import { Loaded } from './Loaded.tsx';

type PropertiesProps = {
  readonly of: ShownRecord;
  readonly names: readonly string[];
  readonly labelOf: ShownRecords['labelOf'];
  readonly direction?: 'row' | 'column';
};

/** Labels and values of some properties. */
export function Properties({ of, names, labelOf, direction = 'column' }: PropertiesProps) {
  return (
    <dl className={direction === 'row' ? 'wb-crm-properties wb-crm-row' : 'wb-crm-properties'}>
      {names.map((name) => (
        <div key={name}>
          <dt>{labelOf(name)}</dt>
          <dd>{of.shown(name)}</dd>
        </div>
      ))}
    </dl>
  );
}

function HostCrmPropertyList({ properties: given, direction, ...coordinates }: CrmPropertyListProps) {
  const properties = listed(given);
  const data = useCrmRecord(coordinates, properties);
  return (
    <Loaded data={data}>
      {({ records, labelOf }) =>
        records.map((record) => (
          <Properties
            key={record.id}
            of={record}
            names={properties}
            labelOf={labelOf}
            direction={direction === 'row' ? 'row' : 'column'}
          />
        ))
      }
    </Loaded>
  );
}

function HostCrmDataHighlight({ properties: given, ...coordinates }: CrmDataHighlightProps) {
  const properties = listed(given);
  const data = useCrmRecord(coordinates, properties);
  return (
    <Loaded data={data}>
      {({ records, labelOf }) =>
        records.map((record) => (
          <Properties key={record.id} of={record} names={properties} labelOf={labelOf} direction="row" />
        ))
      }
    </Loaded>
  );
}

function HostCrmAssociationPropertyList(props: CrmAssociationPropertyListProps) {
  const { objectTypeId, associationLabels: labels, filters, sort: sorts } = props;
  const properties = listed(props.properties);
  const { recordHref, navigate } = useExtensionScope();
  const data = useAssociatedRecords({ objectTypeId, properties, labels, filters, sorts });
  return (
    <Loaded data={data}>
      {({ records: [first], labelOf }) => {
        if (first === undefined) return <Text size="sm">No associated record.</Text>;
        const href = recordHref(objectTypeId, first.id);
        return (
          <Stack gap="xs">
            <Anchor
              href={href}
              size="sm"
              fw={600}
              c="sea.8"
              onClick={(event) => {
                event.preventDefault();
                navigate(href);
              }}
            >
              {first.name}
            </Anchor>
            <Properties of={first} names={properties} labelOf={labelOf} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function HostCrmSimpleDeadline({
  startDatePropertyName: start,
  endDatePropertyName: end,
  properties: given,
  showProperties = true,
}: CrmSimpleDeadlineProps) {
  const properties = listed(given);
  const data = useCrmRecord({}, [start, end, ...properties]);
  return (
    <Loaded data={data}>
      {({ records, labelOf }) =>
        records.map((record) => {
          const [from, to] = [start, end].map((name) => Date.parse(record.properties[name] ?? ''));
          const share = from === undefined || to === undefined ? Number.NaN : (Date.now() - from) / (to - from);
          return (
            <Stack key={record.id} gap="xs">
              <Progress
                value={Number.isNaN(share) ? 0 : Math.min(100, Math.max(0, share * 100))}
                aria-label={`From ${labelOf(start)} to ${labelOf(end)}`}
              />
              <Group justify="space-between">
                <Text size="xs">{record.shown(start)}</Text>
                <Text size="xs">{record.shown(end)}</Text>
              </Group>
              {showProperties && <Properties of={record} names={properties} labelOf={labelOf} />}
            </Stack>
          );
        })
      }
    </Loaded>
  );
}

export const propertyComponents = {
  CrmPropertyList: mapped<CrmPropertyListProps>(
    { properties: 'used', direction: 'used', objectTypeId: 'used', objectId: 'used' },
    HostCrmPropertyList,
  ),
  CrmDataHighlight: mapped<CrmDataHighlightProps>(
    { properties: 'used', objectTypeId: 'used', objectId: 'used' },
    HostCrmDataHighlight,
  ),
  CrmAssociationPropertyList: mapped<CrmAssociationPropertyListProps>(
    { objectTypeId: 'used', properties: 'used', associationLabels: 'used', filters: 'used', sort: 'used' },
    HostCrmAssociationPropertyList,
  ),
  CrmSimpleDeadline: mapped<CrmSimpleDeadlineProps>(
    {
      startDatePropertyName: 'used',
      endDatePropertyName: 'used',
      properties: 'used',
      showProperties: 'used',
      progressTheme: 'unused',
    },
    HostCrmSimpleDeadline,
  ),
};
