import { useExtensionActions } from '@hubspot/ui-extensions';
import type { Deal } from '@deal-terms/core/crm';
import type { tradeBasis } from '@deal-terms/core/expedite';
import type { Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import type { CardProps } from '../shared/card-props.ts';
import { requestFor } from './expedite/request-draft.ts';
import type { RequestCalls } from './expedite/use-request.ts';
import { agreedMessageTerms, messageTermsOf } from './offers/message-terms.ts';
import { trialAction } from './offers/trial-draft.ts';
import type { trialOf } from './offers/trial-draft.ts';
import type { MessageCalls } from './offers/use-message.ts';
import type { OfferCalls } from './offers/use-offers.ts';
import type { LocalScore } from './session/local-score.ts';
import { answerOfStep, trialAnswerOfStep } from './strip/steps.ts';
import type { Step } from './strip/steps.ts';

/** What is open under the strip. */
export type OpenPanel =
  'none' | 'offer' | 'answer' | 'trial' | 'correct_trial' | 'figure' | 'request' | 'result' | 'message';

/** What steps act on: the deal, the terms in question, and the calls. */
type StepsBasis = {
  readonly deal: Deal;
  readonly score: LocalScore;
  readonly negotiation: Negotiation;
  /** On record once there are any, else those advised; null for none. */
  readonly terms: OfferedTerms | null;
  /** Whether something speaks against terms. */
  readonly wantsSecondLook: (terms: OfferedTerms) => boolean;
  readonly trade: ReturnType<typeof tradeBasis>;
  /** What a yes or no answers; null where the score has no such question. */
  readonly trial: ReturnType<typeof trialOf>;
  /** To ask the customer; "" for none. */
  readonly question: string;
  /** ISO date agreed days count from. */
  readonly orderedOn: string;
  readonly neededBy: string | null;
  readonly customerWhy: string | null;
  readonly today: string;
  readonly by: string;
  readonly offers: OfferCalls;
  readonly request: RequestCalls;
  readonly message: MessageCalls;
  readonly openPanel: (panel: OpenPanel) => void;
  readonly addAlert: CardProps['actions']['addAlert'];
};

/** The steps of the strip, each done with one click where a click can be enough. */
export function useSteps(basis: StepsBasis): (step: Step) => void {
  const { copyTextToClipboard } = useExtensionActions<'crm.record.tab'>();
  const { negotiation, terms, offers, openPanel, addAlert, today } = basis;
  const copy = (text: string, done: string) => {
    copyTextToClipboard(text).then(
      () => {
        addAlert({ type: 'success', message: done });
      },
      () => {
        addAlert({ type: 'warning', title: 'Not copied', message: 'The browser refused the clipboard.' });
      },
    );
  };
  /** With one click; terms that something speaks against go through the form, which says what. */
  const putForward = (action: 'offer' | 'ask', asked: OfferedTerms | null) => {
    if (asked === null) return;
    if (basis.wantsSecondLook(asked)) openPanel('offer');
    else offers.send({ action, terms: asked });
  };
  const steps: Partial<Record<Step, () => void>> = {
    record_offer: () => {
      putForward('offer', terms);
    },
    ask_approval: () => {
      putForward('ask', terms);
    },
    offer_approved: () => {
      putForward('offer', negotiation.proposal?.terms ?? null);
    },
    copy_email: () => {
      composeEmail(basis);
      openPanel('message');
    },
    remind: () => {
      offers.send({ action: 'remind' });
    },
    copy_question: () => {
      copy(basis.question, 'Question copied.');
    },
    copy_terms: () => {
      composeTerms(basis);
      openPanel('message');
    },
    ask_operations: () => {
      if (!askOperations(basis)) openPanel('request');
    },
    request_shipment: () => {
      if (!askOperations(basis)) openPanel('request');
    },
    show_request: () => {
      openPanel('request');
    },
    other_offer: () => {
      openPanel('offer');
    },
    answer_in_words: () => {
      openPanel('answer');
    },
    correct_answer: () => {
      openPanel('answer');
    },
    name_figure: () => {
      openPanel('figure');
    },
    trial_in_words: () => {
      openPanel('trial');
    },
    ask_trial: () => {
      openPanel('trial');
    },
    correct_trial: () => {
      openPanel('correct_trial');
    },
    set_amount: () => {
      offers.send({ action: 'set_amount', to: 'agreed' });
    },
    list_amount: () => {
      offers.send({ action: 'set_amount', to: 'list' });
    },
    record_result: () => {
      openPanel('result');
    },
    correct_result: () => {
      openPanel('result');
    },
  };
  return (step) => {
    const answer = answerOfStep[step];
    const said = trialAnswerOfStep[step];
    if (answer !== undefined)
      offers.send({ action: 'answer', answer, answeredOn: today, note: '', counterDiscount: null });
    else if (said === undefined) steps[step]?.();
    else if (basis.trial !== null) offers.send(trialAction(basis.trial, said, null, ''));
  };
}

function composeEmail({ terms, score, deal, trade, message }: StepsBasis): void {
  if (terms === null || score.kind !== 'scored') return;
  const speed = { expedite: deal.expedite, basis: trade.ok ? trade.basis : null };
  const offered = messageTermsOf(terms, score.resolved.input, speed);
  if (offered !== null) void message.compose('offer', offered);
}

function composeTerms({ negotiation: { offer }, deal, orderedOn, message }: StepsBasis): void {
  if (offer !== null) void message.compose('agreed', agreedMessageTerms(offer, orderedOn, deal.expedite));
}

/** Asks with the terms as they stand; false where the form has to be filled in, or something was asked already. */
function askOperations({ terms, trade, deal, neededBy, customerWhy, today, by, request }: StepsBasis): boolean {
  if (deal.expedite.status !== 'none' || terms === null || terms.daysSaved <= 0 || !trade.ok) return false;
  const asked = requestFor(terms, { basis: trade.basis, neededBy, customerWhy, today });
  request.send({ action: 'request', terms: asked, by });
  return true;
}
