import { Stack, Text } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import type { CrmReportProps } from '@hubspot/ui-extensions/crm';
import { mapped } from '../components/mapped.ts';

/** A report is made in HubSpot and has no public API: the account of the workbench has none, so that each is one that is not there. */
function HostCrmReport({ reportId }: CrmReportProps) {
  return (
    <Stack component="section" className="wb-report" aria-label={`Report ${reportId}`} gap={4} align="center">
      <IconReportAnalytics size={28} aria-hidden />
      <Text size="sm" fw={600}>
        Report {reportId} is not in this account
      </Text>
      <Text size="xs" c="gray.7">
        Reports are made in HubSpot; the workbench has none.
      </Text>
    </Stack>
  );
}

export const reportComponents = {
  CrmReport: mapped<CrmReportProps>({ reportId: 'used', use: 'unused' }, HostCrmReport),
};
