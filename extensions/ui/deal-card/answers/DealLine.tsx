import { useState } from 'react';
import { Box, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { ProfileField, Figure } from '@deal-terms/core/crm';
import { dealInALine } from '../evidence/evidence-view.ts';
import { fieldErrorsOf } from '../session/session.ts';
import type { AnswersProps } from './AnswerRows.tsx';
import { DealForm } from './DealForm.tsx';
import { FieldConflict } from './FieldConflict.tsx';

const fields = ['paymentPlan', 'leadTimeDays', 'grossMargin'] as const satisfies readonly ProfileField[];

type DealLineProps = AnswersProps & {
  /** What the deal is scored on. */
  readonly figures: readonly Figure[];
  readonly onWritePaymentTerms: () => void;
};

/** The deal as it stands, in one line; its fields when they are to be changed, or want a decision. */
export function DealLine({
  session,
  figures,
  conflicts,
  locale,
  onChange,
  onDecide,
  onWritePaymentTerms,
}: DealLineProps) {
  const [isEdited, setEdited] = useState(false);
  const errors = fieldErrorsOf(session);
  const wantsDecision = fields.some(
    (field) => errors[field] !== undefined || conflicts.some((conflict) => conflict.field === field),
  );
  const isOpen = isEdited || wantsDecision;
  const line = dealInALine(figures, session.basis.policy, { locale });
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="xs" align="center" justify="between">
        <Box flex={1}>
          <Text>{line}</Text>
        </Box>
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            setEdited(!isOpen);
          }}
        >
          {isOpen ? 'Done' : 'Edit'}
        </Button>
      </Flex>
      {isOpen && (
        <>
          <DealForm session={session} locale={locale} onChange={onChange} onWritePaymentTerms={onWritePaymentTerms} />
          {fields.map((field) => (
            <FieldConflict key={field} field={field} conflicts={conflicts} locale={locale} onDecide={onDecide} />
          ))}
        </>
      )}
    </Flex>
  );
}
