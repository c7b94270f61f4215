import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { excessInWords } from '@deal-terms/core/offers';
import type { Approver } from '@deal-terms/core/offers';
import { approversInWords } from '../../shared/offer-words.ts';
import { readerOf } from '../../shared/reader.ts';
import { creditNote } from '../evidence/credit-note.ts';
import { offerDoubts, previewInWords } from './offer-draft.ts';
import type { DraftWeighed } from './offer-draft.ts';

/** What the terms in the form come to on what fits our assumptions, and what stands in their way. */
export function OfferPreview({
  weighed,
  resolved,
  approvers,
  lapsed,
  locale,
}: {
  readonly weighed: DraftWeighed;
  readonly resolved: ResolvedDeal;
  readonly approvers: readonly Approver[];
  /** Why the last approval does not cover this; "" where there was none, or it does. */
  readonly lapsed: string;
  readonly locale: string;
}) {
  if (weighed.kind === 'incomplete') return null;
  if (weighed.kind === 'faulty')
    return (
      <Alert
        title="That cannot be offered"
        variant="warning"
      >{`${weighed.message.charAt(0).toUpperCase()}${weighed.message.slice(1)}.`}</Alert>
    );
  const { terms, appraisal, excess, needsApproval } = weighed;
  const reader = readerOf(locale, appraisal.currency);
  const approval = approvers.length === 0 ? 'an approval' : `${approversInWords(approvers)}’s approval`;
  const credit = creditNote(resolved, terms, reader);
  const doubts = offerDoubts(appraisal, reader);
  return (
    <Flex direction="column" gap="xs">
      <Text>{previewInWords(appraisal, reader)}</Text>
      {credit !== null && <Text>{credit}</Text>}
      {doubts.length > 0 && (
        <Alert title="Think twice" variant="warning">
          {doubts.join(' ')}
        </Alert>
      )}
      {excess.length > 0 &&
        (needsApproval ? (
          <Alert title="Beyond your limits" variant="warning">
            {[excessInWords(excess, reader), lapsed, `It needs ${approval} before it may be offered.`]
              .filter((words) => words !== '')
              .join(' ')}
          </Alert>
        ) : (
          <Text variant="microcopy">{`${excessInWords(excess, reader)} Approved before.`}</Text>
        ))}
    </Flex>
  );
}
