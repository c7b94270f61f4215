import { Stack, Text } from '@mantine/core';
import type { CrmAssociationStageTrackerProps, CrmStageTrackerProps } from '@hubspot/ui-extensions/crm';
import { mapped } from '../components/mapped.ts';
import { listed, useAssociatedRecords, useCrmRecord } from './crm-data.ts';
import type { ShownRecord, ShownRecords } from './crm-data.ts';
import { Loaded } from './Loaded.tsx';
import { Properties } from './property-components.tsx';

/** A record has the one pair of properties or the other. */
const places = [
  ['pipeline', 'dealstage'],
  ['hs_pipeline', 'hs_pipeline_stage'],
] as const;
const placeNames = places.flat();

type TrackerProps = Pick<ShownRecords, 'vocabulary' | 'labelOf'> & {
  readonly record: ShownRecord;
  readonly names: readonly string[];
  readonly showProperties: boolean;
};

/** How far a record is in its pipeline. */
function Tracker({ record, vocabulary, labelOf, names, showProperties }: TrackerProps) {
  const place = places.find(([, stage]) => (record.properties[stage] ?? '') !== '');
  const pipeline = vocabulary.pipelines.find(({ id }) => place !== undefined && id === record.properties[place[0]]);
  const stages = [...(pipeline?.stages ?? [])].sort((one, other) => one.displayOrder - other.displayOrder);
  const current = stages.findIndex(({ id }) => place !== undefined && id === record.properties[place[1]]);
  return (
    <Stack gap={6}>
      {stages.length === 0 ? (
        <Text size="sm">{record.name} is in no pipeline.</Text>
      ) : (
        <>
          <ol className="wb-crm-stages" aria-label={`Stage of ${record.name}`}>
            {stages.map(({ id, label }, index) => (
              <li
                key={id}
                data-passed={index <= current}
                title={label}
                {...(index === current ? { 'aria-current': 'step' } : {})}
              >
                <span className="wb-sr-only">{label}</span>
              </li>
            ))}
          </ol>
          <Text size="sm" fw={600}>
            {stages[current]?.label ?? 'No stage'}
          </Text>
        </>
      )}
      {showProperties && <Properties of={record} names={names} labelOf={labelOf} direction="row" />}
    </Stack>
  );
}

function HostCrmStageTracker({ properties: given, showProperties = true, ...coordinates }: CrmStageTrackerProps) {
  const properties = listed(given);
  const data = useCrmRecord(coordinates, [...properties, ...placeNames]);
  return (
    <Loaded data={data}>
      {({ records, ...known }) =>
        records.map((record) => (
          <Tracker key={record.id} record={record} names={properties} showProperties={showProperties} {...known} />
        ))
      }
    </Loaded>
  );
}

function HostCrmAssociationStageTracker(props: CrmAssociationStageTrackerProps) {
  const { objectTypeId, associationLabels: labels, filters, sort: sorts, showProperties = true } = props;
  const properties = listed(props.properties);
  const data = useAssociatedRecords({
    objectTypeId,
    properties: [...properties, ...placeNames],
    labels,
    filters,
    sorts,
  });
  return (
    <Loaded data={data}>
      {({ records, ...known }) =>
        records.length === 0 ? (
          <Text size="sm">No associated record.</Text>
        ) : (
          records.map((record) => (
            <section key={record.id} aria-label={record.name}>
              <Text size="sm" mb={4}>
                {record.name}
              </Text>
              <Tracker record={record} names={properties} showProperties={showProperties} {...known} />
            </section>
          ))
        )
      }
    </Loaded>
  );
}

export const stageComponents = {
  CrmStageTracker: mapped<CrmStageTrackerProps>(
    { properties: 'used', showProperties: 'used', objectTypeId: 'used', objectId: 'used' },
    HostCrmStageTracker,
  ),
  CrmAssociationStageTracker: mapped<CrmAssociationStageTrackerProps>(
    {
      objectTypeId: 'used',
      properties: 'used',
      associationLabels: 'used',
      filters: 'used',
      sort: 'used',
      showProperties: 'used',
    },
    HostCrmAssociationStageTracker,
  ),
};
