import { Accordion, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { CustomerProfile, ResolvedDeal } from '@deal-terms/core/crm';
import { readerOf } from '../../shared/reader.ts';
import type { Basis } from '../session/session.ts';
import { evidenceNotes, figuresInWords, figureViews } from './evidence-view.ts';

type EvidencePanelProps = {
  readonly resolved: ResolvedDeal;
  readonly basis: Basis;
  readonly locale: string;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
};

/** What the five figures rest on, and what else HubSpot knows of the customer; a typed figure gives way to a found one with a click. Nothing where HubSpot knows nothing. */
export function EvidencePanel({ resolved, basis, locale, onChange }: EvidencePanelProps) {
  const reader = readerOf(locale, resolved.currency);
  const figures = figureViews(resolved.figures, basis.policy, reader);
  const notes = evidenceNotes(resolved.evidence, resolved.input.deal, reader);
  const found = resolved.figures.filter(({ finding }) => finding !== null).length;
  if (found === 0 && notes.length === 0) return null;
  return (
    <Accordion title={`What HubSpot knows: ${figuresInWords(found)}`} size="sm">
      <Flex direction="column" gap="xs">
        {figures.map(({ name, label, value, source, instead }) => (
          <Flex key={name} direction="row" gap="xs" align="center" wrap={true}>
            <Text>{`${label}: ${value} · ${source}`}</Text>
            {instead !== null && (
              <Button
                size="xs"
                variant="transparent"
                onClick={() => {
                  onChange(instead.change);
                }}
              >
                {instead.label}
              </Button>
            )}
          </Flex>
        ))}
        {notes.map((note) => (
          <Text key={note}>{note}</Text>
        ))}
      </Flex>
    </Accordion>
  );
}
