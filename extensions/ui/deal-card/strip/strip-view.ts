import { dealStateLabels } from '@deal-terms/core/deal-state';
import { discountPercent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { approversInWords, stateTones } from '../../shared/offer-words.ts';
import { discountTerms, priceAt, priceInstead } from '../../shared/price-words.ts';
import { figuresInWords } from '../evidence/evidence-view.ts';
import type { Proposal } from '../offers/proposals.ts';
import { agreedSaid } from './agreed-said.ts';
import { operationsNotes, plain, priceLine, putForwardLine, requestStep, onDay, sinceDay, speedLine } from './said.ts';
import type { Said, StripBasis, StripView } from './strip-basis.ts';
import type { Step } from './steps.ts';
import { fitting, isShortHeadline } from './strip-lines.ts';

const dayMs = 86_400_000;

/** The strip of a deal. */
export function stripView(basis: StripBasis): StripView {
  const { kind, isTradeClosed } = basis.state;
  const { tone = stateTones[kind], ...said } = saidOf(basis);
  const correction: readonly Step[] = !isTradeClosed && isTrialRecent(basis) ? ['correct_trial'] : [];
  return {
    tag: { label: dealStateLabels[kind], tone },
    buttons: 1,
    ...said,
    steps: [...said.steps, ...correction],
  };
}

/** Whether an answer to a trial question may still be corrected; the function counts the hours. */
function isTrialRecent({ negotiation: { trial }, today }: StripBasis): boolean {
  return trial !== null && (Date.parse(today) - Date.parse(trial.at.slice(0, 10))) / dayMs <= 1;
}

function saidOf(basis: StripBasis): Said {
  switch (basis.state.kind) {
    case 'lost':
      return plain('The deal is lost: there is nothing to offer any more.', 'Its offers and answers stay on record.');
    case 'won':
      return wonSaid(basis);
    case 'no_amount':
      return plain('Enter an amount on the deal.', 'Without an amount there is nothing to weigh; answers are kept.');
    case 'no_rate':
      return plain(
        'The deal’s currency has no exchange rate.',
        'An administrator can add it in HubSpot, under Currencies; answers are kept.',
      );
    case 'nothing_known':
    case 'trial_question':
      return questionSaid(basis);
    case 'nothing_to_offer':
      return plain('Leave the terms as they are.', basis.obstacle);
    case 'speed_unconfirmed':
    case 'offer_ready':
      return offerSaid(basis);
    case 'awaiting_approval':
    case 'approved':
    case 'countered':
    case 'declined':
      return approvalSaid(basis);
    case 'offered':
      return offeredSaid(basis);
    case 'wanted_more':
    case 'refused':
    case 'no_answer':
      return againSaid(basis);
    case 'agreed':
    case 'result_due':
    case 'settled':
      return agreedSaid(basis);
  }
}

/** Won, with nothing agreed: whoever still wants to trade terms has to say so. */
function wonSaid({ negotiation: { answer }, expedite: { status } }: StripBasis): Said {
  return {
    headline: 'Won, on the terms it has.',
    details: ['Nothing was agreed beside them.'],
    steps: [
      'other_offer',
      ...(answer === null ? [] : (['correct_answer'] as const)),
      ...(status === 'none' ? [] : (['show_request'] as const)),
    ],
    buttons: 0,
  };
}

function questionSaid(basis: StripBasis): Said {
  const { question, state, obstacle, amount, reader } = basis;
  if (question === null && obstacle !== '') return plain('Correct an answer to see a score.', obstacle);
  if (question === null) return plain('Answer one of the questions below.', 'The first answer brings the first offer.');
  if (question.discount !== null && amount !== null)
    return {
      headline: `Ask: “${question.question}”`,
      details: [askedPrice(amount, question.discount, reader), question.worth],
      steps: ['trial_yes', 'trial_no', 'trial_in_words', 'copy_question', ...withoutAsking(basis)],
      buttons: 3,
    };
  return {
    headline: `Ask: “${question.question}”`,
    details: [state.kind === 'nothing_known' ? knownSoFar(basis) : '', question.worth],
    ...(question.figure === null
      ? { steps: ['copy_question', 'other_offer'] }
      : { steps: ['copy_question', 'name_figure', 'other_offer'], buttons: 2 }),
  };
}

/** "€57,600 instead of €60,000", without the list price where it would take another line. */
function askedPrice(amount: number, discount: number, reader: Reader): string {
  return fitting(priceInstead(amount, discount, reader), priceAt(amount, discount, reader));
}

/** To go on without asking: whatever could be done with the offer. */
function withoutAsking(basis: StripBasis): readonly Step[] {
  const { proposal } = basis;
  if (proposal === null) return ['other_offer'];
  const record: Step = proposal.needsApproval ? 'ask_approval' : 'record_offer';
  return [record, 'copy_email', 'other_offer', ...requestStep(basis)];
}

/** What HubSpot's records tell is something, though nobody has asked the customer: they alone may speak for a trade, or against one. */
function knownSoFar({ figuresFound, proposal, swap, reader }: StripBasis): string {
  if (figuresFound === 0) return 'Nobody has asked this customer yet.';
  const by = `Going by ${figuresInWords(figuresFound)} alone`;
  return proposal === null
    ? `${by}, no trade.`
    : `${by}: ${lowered(swap)} ${discountTerms(proposal.terms.discount, reader)}.`;
}

/** "Ask for payment on delivery." after a colon. */
function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function offerSaid(basis: StripBasis): Said {
  const { proposal, swap, hasTrial } = basis;
  const question: readonly Step[] = hasTrial ? ['ask_trial'] : [];
  if (proposal === null) return plain('Leave the terms as they are.', basis.obstacle);
  const isUnconfirmed = basis.state.kind === 'speed_unconfirmed';
  const record: Step = proposal.needsApproval ? 'ask_approval' : 'record_offer';
  return {
    headline: swap,
    details: [
      proposedPrice(basis, proposal),
      // The limit first: what operations said is what the tag and the button speak of as well.
      ...(isUnconfirmed
        ? [limitNote(basis, proposal), operationsNotes[basis.expedite.status]]
        : [yesLine(basis, proposal) ?? rangeLine(basis, proposal), limitNote(basis, proposal)]),
    ],
    steps: isUnconfirmed
      ? [...unconfirmedSteps(basis, record), ...question]
      : ['copy_email', record, 'other_offer', ...question, ...requestStep(basis)],
  };
}

/** Operations are asked once; what they answered is looked at before anything is offered. */
function unconfirmedSteps({ expedite: { status } }: StripBasis, record: Step): readonly Step[] {
  if (status === 'none' || status === 'expired') return ['ask_operations', record, 'copy_email', 'other_offer'];
  return status === 'requested'
    ? ['copy_email', record, 'other_offer', 'show_request']
    : ['show_request', record, 'copy_email', 'other_offer'];
}

function proposedPrice({ amount, reader }: StripBasis, { terms }: Proposal): string {
  return amount === null ? '' : priceLine(amount, terms.discount, reader);
}

function rangeLine({ amount, reader }: StripBasis, { terms, opening, stop }: Proposal): string {
  if (amount === null) return '';
  const last = priceAt(amount, stop, reader);
  return opening < terms.discount - 1e-9
    ? `Open at ${priceAt(amount, opening, reader)}, not past ${last}.`
    : `Do not go past ${last}.`;
}

/** Whether the customer already said yes to it, to a question. */
function yesLine(basis: StripBasis, { packageId, acceptance }: Proposal): string | null {
  const { trial } = basis.negotiation;
  return acceptance === 1 && trial?.appraisal.packageId === packageId
    ? `They said they would, ${onDay(trial.at.slice(0, 10), basis)}.`
    : null;
}

/** What the rep may give, said before anything is promised. */
function limitNote({ amount, reader, approvers }: StripBasis, { ownStop, stop, needsApproval }: Proposal): string {
  if (needsApproval || ownStop === null || amount === null)
    return approvers.length === 0 ? 'It needs approval first.' : `Needs ${approversInWords(approvers)}’s approval.`;
  if (ownStop >= stop - 1e-9) return 'All of it is within your limit.';
  const below = `Below ${priceAt(amount, ownStop, reader)}`;
  return approvers.length === 0 ? `${below} it needs approval.` : `${below} ask ${approversInWords(approvers)}.`;
}

function approvalSaid(basis: StripBasis): Said {
  const { negotiation, approvers, state } = basis;
  const { proposal, reason } = negotiation;
  if (proposal === null) return plain('Nothing is on record.', '');
  const because = reason === null ? '' : `“${reason}”`;
  const price = putForwardLine(basis, proposal);
  switch (state.kind) {
    case 'awaiting_approval':
      return {
        headline: `Waiting for ${approversInWords(approvers)}’s approval${sinceDay(proposal.at.slice(0, 10), basis)}.`,
        details: [price, 'Do not offer it before that.'],
        steps: ['remind', 'other_offer'],
      };
    case 'approved':
    case 'countered':
      if (basis.lapsed !== '')
        return {
          headline: `Ask ${approversInWords(approvers)} again: something has changed.`,
          details: [basis.lapsed, price],
          steps: ['ask_approval', 'other_offer'],
        };
      return {
        headline: `Approved up to ${discountPercent(proposal.terms.discount, basis.reader)}: you may offer it.`,
        details: [price, because],
        steps: ['offer_approved', 'copy_email', 'other_offer'],
      };
    default:
      return {
        headline: 'The approval was declined: offer something else.',
        details: [price, because],
        steps: ['other_offer'],
      };
  }
}

function offeredSaid(basis: StripBasis): Said {
  const { negotiation, state } = basis;
  const { offer } = negotiation;
  if (offer === null) return plain('Nothing is on record.', '');
  return {
    headline: `Waiting for their answer${sinceDay(state.since ?? offer.at.slice(0, 10), basis)}.`,
    details: [putForwardLine(basis, offer), speedLine(basis, offer) ?? 'What did they say?'],
    steps: [
      'accepted',
      'wanted_more',
      'refused_terms',
      'refused_price',
      'no_answer',
      'answer_in_words',
      'other_offer',
      ...requestStep(basis),
    ],
  };
}

const turnedDown = {
  wanted_more: 'They wanted more',
  refused_terms: 'They refused the terms',
  refused_price: 'They refused the price',
  no_answer: 'They did not answer',
  accepted: '',
} as const;

function againSaid(basis: StripBasis): Said {
  const { negotiation, proposal, swap, state } = basis;
  const said = negotiation.answer === null ? '' : turnedDown[negotiation.answer.answer];
  const since = state.since === null ? '' : ` ${onDay(state.since, basis)}`;
  if (proposal === null)
    return {
      headline: `${said}${since}: nothing better is left that suits us too.`,
      details: ['Leave the terms as they are, or offer something of your own.'],
      steps: ['other_offer', 'correct_answer'],
    };
  const whole = `${said}${since}. ${swap}`;
  return {
    // The tag says as much where the offer needs the room.
    headline: isShortHeadline(whole) ? whole : swap,
    details: [proposedPrice(basis, proposal), limitNote(basis, proposal)],
    steps: [
      proposal.needsApproval ? 'ask_approval' : 'record_offer',
      'copy_email',
      'other_offer',
      'correct_answer',
      ...requestStep(basis),
    ],
  };
}
