import { Divider, Flex } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { RequestSection } from './expedite/RequestSection.tsx';
import { localeOf } from '../shared/reader.ts';
import type { CardProps } from '../shared/card-props.ts';
import { DealTermsView } from './DealTermsView.tsx';
import { LoadDeal } from './LoadDeal.tsx';
import type { OpenedDeal } from './deal-props.ts';

/** The card on the deal's tab: record the customer's answers, see what to offer, save, ask operations for speed. */
export function DealTermsTab({ locale, actions }: CardProps) {
  return (
    <LoadDeal>
      {(record: PropertyValues, opened: OpenedDeal) => (
        <Flex direction="column" gap="md">
          <DealTermsView record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
          <Divider />
          <RequestSection record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
        </Flex>
      )}
    </LoadDeal>
  );
}
