import { useMemo } from 'react';
import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { contradictions } from '@deal-terms/core/offers';
import type { Negotiation, PutForward } from '@deal-terms/core/offers';
import { Suggestion } from '../answers/Suggestion.tsx';
import type { Session } from '../session/session.ts';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import { answerLabels } from '../../shared/offer-words.ts';

type ContradictionsProps = {
  readonly negotiation: Negotiation;
  readonly offer: PutForward;
  readonly session: Session;
  readonly locale: string;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
};

/** Captured answers that do not go with what the customer said; the rep decides whether to change one. */
export function Contradictions({ negotiation: { answer }, offer, session, locale, onChange }: ContradictionsProps) {
  const {
    draft,
    basis: { policy },
  } = session;
  const found = useMemo(
    () => (answer === null ? null : contradictions(offer, answer.answer, draft, policy.model)),
    [answer, offer, draft, policy.model],
  );
  if (answer === null || found === null) return null;
  if (found.length === 0)
    return (
      <Text variant="microcopy">{`No answer recorded explains “${answerLabels[answer.answer]}” by itself. Ask them why, and keep their own words.`}</Text>
    );
  return (
    <Accordion
      title={`We expected ${answer.answer === 'accepted' ? 'a no' : 'a yes'}. Did they tell you something new?`}
      size="sm"
    >
      <Flex direction="column" gap="xs">
        {found.map(({ field, captured, instead }) => (
          <Suggestion
            key={field}
            action={`Change to ${answerInWords(field, instead, locale)}`}
            view={{
              text: `${fieldView(field).label} is recorded as ${answerInWords(field, captured, locale)}; ${answerInWords(field, instead, locale)} would explain their answer.`,
              change: { [field]: instead },
            }}
            onUse={onChange}
          />
        ))}
      </Flex>
    </Accordion>
  );
}
