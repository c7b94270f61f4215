import { useMemo, useState } from 'react';
import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { decodeDeal, isFieldInstalled } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { dealStateOf, isQuestionFirst } from '@deal-terms/core/deal-state';
import type { DealToPlace } from '@deal-terms/core/deal-state';
import { tradeBasis } from '@deal-terms/core/expedite';
import type { Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import { swapInWords } from '@deal-terms/core/words';
import { actorName } from '../shared/actor-name.ts';
import { failureView, unscorableView } from '../shared/failure-view.ts';
import { readerOf } from '../shared/reader.ts';
import type { QuestionView } from './advice/score-view.ts';
import { scoreView } from './advice/score-view.ts';
import type { DealProps } from './deal-props.ts';
import { useRequest } from './expedite/use-request.ts';
import { lapsedApproval, wantsSecondLook, weighDraft } from './offers/offer-draft.ts';
import { proposalsOf } from './offers/proposals.ts';
import type { Proposal } from './offers/proposals.ts';
import { approversOf } from './offers/approvers.ts';
import { trialOf } from './offers/trial-draft.ts';
import { useMessage } from './offers/use-message.ts';
import { useOffers } from './offers/use-offers.ts';
import type { ApproverAction, RepAction } from './offers/use-offers.ts';
import { announce } from './session/announce.ts';
import type { LocalScore } from './session/local-score.ts';
import { useLocalScore } from './session/use-local-score.ts';
import type { Session } from './session/session.ts';
import { useSession } from './session/use-session.ts';
import { saveStatus } from './strip/save-status.ts';
import { stripView } from './strip/strip-view.ts';
import { useSteps } from './use-steps.ts';
import type { OpenPanel } from './use-steps.ts';

/** A rep at work on one deal: what is known, where it stands, what was offered, and what can be done next. The tab and the sidebar draw it. */
export function useDealCard({ record, opened, locale, actions }: DealProps) {
  const { user } = useExtensionContext<'crm.record.tab'>();
  const { copyTextToClipboard } = useExtensionActions<'crm.record.tab'>();
  const by = actorName(user);
  const [session, dispatch] = useSession(record, opened, (reply) => {
    announce(reply, actions);
  });
  const [panel, setPanel] = useState<OpenPanel>('none');
  const [chosenPackage, choosePackage] = useState<string | null>(null);
  const close = () => {
    setPanel('none');
  };
  const { draft, basis } = session;
  const { account, policy, today } = basis;
  const offers = useOffers(session.record, by, actions, (action) => {
    close();
    if (changesScore.includes(action)) dispatch({ type: 'sendAsked', purpose: 'refresh' });
  });
  const { score, freshness } = useLocalScore(session, offers.events);
  const deal = useMemo(() => decodeDeal(session.record, account), [session.record, account]);
  const request = useRequest(actions, locale);
  const { negotiation } = offers;
  const approvers = approversOf(offers.events) ?? opened.approvers;
  const proposals = useMemo(
    () => (score.kind === 'scored' ? proposalsOf(score, session, negotiation) : []),
    // The menu rests on the score, on whose deal it is, and on what was offered.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [score, session.record['hubspot_owner_id'], negotiation],
  );
  const proposal = proposals.find(({ packageId }) => packageId === chosenPackage) ?? proposals[0] ?? null;
  const reader = readerOf(locale, score.kind === 'scored' ? score.resolved.currency : account.homeCurrency);
  const view = score.kind === 'scored' ? scoreView(score.result, score.resolved.input, reader) : null;
  const question = storableQuestion(view?.question ?? null, account);
  const state = dealStateOf({
    ...deal,
    customer: draft,
    offer: { ...deal.offer, status: negotiation.status, answeredOn: negotiation.answer?.answeredOn ?? null },
    homeCurrency: account.homeCurrency,
    advice: adviceOf(score, proposal),
  });
  /** The terms in question: on record once there are any, else those advised. */
  const terms: OfferedTerms | null = state.isTradeClosed
    ? (negotiation.offer?.terms ?? null)
    : state.next === 'offer_again' || negotiation.proposal === null
      ? (proposal?.terms ?? null)
      : negotiation.proposal.terms;
  const trial = trialOf(score, reader);
  const strip = stripView({
    state,
    proposal,
    swap:
      score.kind === 'scored' && proposal !== null
        ? swapInWords(score.resolved.input, proposal.packageId, { locale })
        : '',
    amount: deal.facts.amount,
    amountNow: deal.facts.amountNow,
    question,
    hasTrial: trial !== null,
    figuresFound: score.kind === 'scored' ? score.resolved.figures.filter(({ finding }) => finding !== null).length : 0,
    obstacle: view?.reason ?? (score.kind === 'unscorable' ? unscorableView(score.code).text : ''),
    negotiation,
    approvers,
    lapsed: lapsedWords(score, session, negotiation, locale),
    expedite: deal.expedite,
    today,
    reader,
  });
  const trade = tradeBasis({ facts: deal.facts, captured: draft, policy, account, today });
  const message = useMessage(by, copyTextToClipboard);
  const orderedOn = negotiation.outcome?.orderedOn ?? deal.facts.closesOn ?? negotiation.answer?.answeredOn ?? today;
  const step = useSteps({
    terms,
    score,
    deal,
    negotiation,
    wantsSecondLook: (asked) => wantsSecondLook(asked, score, session, negotiation),
    trade,
    trial,
    question: question?.question ?? '',
    orderedOn,
    neededBy: draft.neededBy,
    customerWhy: draft.customerWhy,
    today,
    by,
    offers,
    request,
    message,
    openPanel: setPanel,
    addAlert: actions.addAlert,
  });
  return {
    session,
    dispatch,
    score,
    deal,
    state,
    strip,
    step,
    status: saveStatus(session, freshness, account, locale),
    proposals,
    proposal,
    trial,
    figure: question?.figure ?? null,
    choosePackage,
    terms,
    offers,
    request,
    approvers,
    isApprover:
      negotiation.status === 'awaiting_approval' && approvers.some(({ userId }) => userId === String(user.id)),
    userId: String(user.id),
    by,
    message,
    trade,
    orderedOn,
    panel,
    openPanel: setPanel,
    closePanel: close,
    reader,
    problem: problemOf(offers.failure ?? request.failure),
  };
}
/** Why the approval on record does not cover its terms on the deal as it stands; "" while it does. */
function lapsedWords(score: LocalScore, session: Session, negotiation: Negotiation, locale: string): string {
  const { proposal } = negotiation;
  if (proposal === null || score.kind !== 'scored') return '';
  const weighed = weighDraft(proposal.terms, score, session, negotiation);
  return weighed.kind === 'weighed' && weighed.needsApproval
    ? lapsedApproval(negotiation, weighed, session.basis.today, { locale })
    : '';
}
export type DealCard = ReturnType<typeof useDealCard>;

/** What the customer said counts at once: the stored score follows. */
const changesScore: readonly (RepAction | ApproverAction)['action'][] = ['answer', 'trial', 'correct_trial'];

/** A question whose figure the account cannot store yet takes none. */
function storableQuestion(question: QuestionView | null, account: Account): QuestionView | null {
  const { figure } = question ?? { figure: null };
  return question !== null && figure !== null && !isFieldInstalled(account, figure)
    ? { ...question, figure: null }
    : question;
}

function adviceOf(score: LocalScore, proposal: Proposal | null): DealToPlace['advice'] {
  if (score.kind !== 'scored') return null;
  return { daysSaved: proposal?.terms.daysSaved ?? null, isQuestionFirst: isQuestionFirst(score.result) };
}

function problemOf(failure: Parameters<typeof failureView>[0] | null) {
  return failure === null ? null : failureView(failure);
}
