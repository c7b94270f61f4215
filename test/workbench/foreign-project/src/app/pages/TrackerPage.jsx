import { hubspot, Heading, Text, useCrmSearch } from '@hubspot/ui-extensions';

hubspot.extend(() => <TrackerPage />);

function TrackerPage() {
  const { results, isLoading } = useCrmSearch({ objectType: '0-3', properties: ['dealname', 'description'] });
  return (
    <>
      <Heading>Parcels on their way</Heading>
      {isLoading
        ? null
        : results.map(({ objectId, properties }) => (
            <Text key={objectId}>{`${properties.dealname}: ${properties.description ?? 'not shipped'}`}</Text>
          ))}
    </>
  );
}
