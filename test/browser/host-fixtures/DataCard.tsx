import { useEffect, useState } from 'react';
import {
  Button,
  Flex,
  formatCrmProperties,
  hubspot,
  Select,
  Text,
  useCrmSearch,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';

function Search() {
  const [sortBy, setSortBy] = useState('amount');
  const { results, total, isLoading, error, pagination, refetch } = useCrmSearch({
    objectType: 'deals',
    properties: ['dealname'],
    filterGroups: [{ filters: [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'search*' }] }],
    sorts: [{ propertyName: sortBy, direction: 'ASCENDING' }],
    pageLength: 2,
  });
  return (
    <>
      <Text>
        {isLoading
          ? 'Searching'
          : error === null
            ? `Found ${total}, page ${pagination.currentPage}: ${results.map(({ properties }) => properties['dealname'] ?? '').join(', ')}`
            : `Search failed: ${error.message}`}
      </Text>
      <Button disabled={!pagination.hasNextPage} onClick={pagination.nextPage}>
        Next results
      </Button>
      <Button disabled={!pagination.hasPreviousPage} onClick={pagination.previousPage}>
        Previous results
      </Button>
      <Button
        onClick={() => {
          void refetch();
        }}
      >
        Search again
      </Button>
      <Select
        label="Sort by"
        options={[
          { label: 'Amount', value: 'amount' },
          { label: 'Nonsense', value: 'no_such_property' },
        ]}
        value={sortBy}
        onChange={(value) => {
          setSortBy(String(value));
        }}
      />
    </>
  );
}

function DataCard() {
  const { crm } = useExtensionContext<'crm.record.tab'>();
  const { fetchCrmObjectProperties, onCrmPropertiesUpdate } = useExtensionActions<'crm.record.tab'>();
  const live = useCrmProperties(['amount', 'closedate', 'dealstage'], { propertiesToFormat: ['amount', 'dealstage'] });
  const companies = useAssociations({ toObjectType: '0-2', properties: ['name'], pageLength: 5 });
  const [fetched, setFetched] = useState('');
  const [updated, setUpdated] = useState('');
  const [formatted, setFormatted] = useState('');
  const [failure, setFailure] = useState('');
  useEffect(() => {
    onCrmPropertiesUpdate(['amount'], (properties) => {
      setUpdated(properties['amount'] ?? '');
    });
    void fetchCrmObjectProperties(['dealname', 'description']).then((properties) => {
      setFetched(JSON.stringify(properties));
    });
    void formatCrmProperties({ properties: { amount: '1234.5' }, objectType: '0-3' }).then((properties) => {
      setFormatted(properties['amount'] ?? '');
    });
  }, [fetchCrmObjectProperties, onCrmPropertiesUpdate]);
  return (
    <Flex direction="column" gap="small">
      <Text>{`Live: ${live.isLoading ? '…' : `${live.properties['amount'] ?? ''} in ${live.properties['dealstage'] ?? ''} of ${crm.objectId}`}`}</Text>
      <Text>{`Companies: ${companies.results.map(({ properties, associationTypes }) => `${properties['name'] ?? ''} (${associationTypes.length > 0 ? 'typed' : 'untyped'})`).join()}`}</Text>
      <Text>{`Fetched: ${fetched}`}</Text>
      <Text>{`Updated: ${updated}`}</Text>
      <Text>{`Formatted: ${formatted}`}</Text>
      <Button
        onClick={() => {
          void hubspot.serverless('explodes').catch((error: unknown) => {
            setFailure(error instanceof Error ? `Error: ${error.message}` : 'not an Error');
          });
        }}
      >
        Call and fail
      </Button>
      <Text>{`Failure: ${failure}`}</Text>
      <Search />
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <DataCard />);
