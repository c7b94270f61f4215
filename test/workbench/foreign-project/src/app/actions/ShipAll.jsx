import { hubspot, Text, useExtensionContext } from '@hubspot/ui-extensions';

hubspot.extend(() => <ShipAll />);

function ShipAll() {
  const { crm } = useExtensionContext();
  return <Text>{`${crm.objectIds.length} parcels to ship`}</Text>;
}
