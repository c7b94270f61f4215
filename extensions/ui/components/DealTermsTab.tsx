import { Divider, Flex } from '@hubspot/ui-extensions';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import type { PropertyValues } from '@deal-terms/core/crm';
import { ExpediteSection } from '../expedite/ExpediteSection.tsx';
import { localeOf } from '../views/reader.ts';
import type { CardProps } from './card-props.ts';
import { Desk } from './Desk.tsx';
import { Gate } from './Gate.tsx';

type Opened = Extract<OpenDealReply, { ok: true }>;

/** The card on the deal's tab: record the customer's answers, see what to offer, save, ask operations for speed. */
export function DealTermsTab({ locale, actions }: CardProps) {
  return (
    <Gate>
      {(record: PropertyValues, opened: Opened) => (
        <Flex direction="column" gap="md">
          <Desk record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
          <Divider />
          <ExpediteSection record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
        </Flex>
      )}
    </Gate>
  );
}
