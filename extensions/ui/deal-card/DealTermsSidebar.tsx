import { Flex } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import type { CardProps } from '../shared/card-props.ts';
import { localeOf } from '../shared/reader.ts';
import { DecisionNotice } from './DecisionNotice.tsx';
import { SidebarAnswers } from './answers/SidebarAnswers.tsx';
import type { DealProps, OpenedDeal } from './deal-props.ts';
import { LoadDeal } from './LoadDeal.tsx';
import { StepPanel } from './StepPanel.tsx';
import { CardStrip } from './strip/CardStrip.tsx';
import { useDealCard } from './use-deal-card.ts';

/** The card beside the deal: the same next step as on the tab, and what it needs. */
export function DealTermsSidebar({ locale, actions }: CardProps) {
  return (
    <LoadDeal>
      {(record: PropertyValues, opened: OpenedDeal) => (
        <Sidebar record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
      )}
    </LoadDeal>
  );
}

function Sidebar({ record, opened, locale, actions }: DealProps) {
  const card = useDealCard({ record, opened, locale, actions });
  return (
    <Flex direction="column" gap="sm">
      <CardStrip card={card} />
      <DecisionNotice decisions={opened.decisions} locale={locale} />
      <StepPanel card={card} opened={opened} locale={locale} opensEmail={false} />
      <SidebarAnswers card={card} locale={locale} />
    </Flex>
  );
}
