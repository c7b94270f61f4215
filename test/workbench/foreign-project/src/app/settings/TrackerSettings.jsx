import { useState } from 'react';
import { hubspot, Text, Toggle } from '@hubspot/ui-extensions';

hubspot.extend(() => <TrackerSettings />);

function TrackerSettings() {
  const [isFast, setFast] = useState(false);
  return (
    <>
      <Toggle label="Fast lane" name="fast" checked={isFast} onChange={setFast} />
      <Text>{isFast ? 'Parcels go by air.' : 'Parcels go by road.'}</Text>
    </>
  );
}
