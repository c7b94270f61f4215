import { useMemo } from 'react';
import { Flex, Text } from '@hubspot/ui-extensions';
import type { Captured } from '@deal-terms/core/crm';
import { contradictions } from '@deal-terms/core/offers';
import type { Negotiation, PutForward } from '@deal-terms/core/offers';
import { chance } from '@deal-terms/core/words';
import { Suggestion } from '../answers/Suggestion.tsx';
import type { Session } from '../session/session.ts';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import { answerLabels } from '../../shared/offer-words.ts';

type ContradictionsProps = {
  readonly negotiation: Negotiation;
  readonly offer: PutForward;
  readonly session: Session;
  readonly locale: string;
  readonly onChange: (change: Partial<Captured>) => void;
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
      <Text variant="microcopy">{`Nothing recorded of the customer alone explains “${answerLabels[answer.answer]}”, at a chance of a yes of ${chance(offer.appraisal.acceptance, { locale })}. Ask why, and keep it in its own words.`}</Text>
    );
  return (
    <Flex direction="column" gap="xs">
      <Text>{`“${answerLabels[answer.answer]}” does not go with what is recorded of the customer. If one of these is wrong, change it and save:`}</Text>
      {found.map(({ field, captured, instead, acceptance }) => (
        <Suggestion
          key={field}
          action={`Change to ${answerInWords(field, instead, locale)}`}
          view={{
            text: `${fieldView(field).label} is recorded as ${answerInWords(field, captured, locale)}; with ${answerInWords(field, instead, locale)} the chance of a yes would have been ${chance(acceptance, { locale })}, not ${chance(offer.appraisal.acceptance, { locale })}.`,
            change: { [field]: instead },
          }}
          onUse={onChange}
        />
      ))}
    </Flex>
  );
}
