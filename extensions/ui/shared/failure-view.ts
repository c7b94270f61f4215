import type { Failure, FailureCode } from '@deal-terms/core/contracts';

/** A failure as the card explains it: what happened, what to do next. */
export type FailureView = {
  readonly title: string;
  readonly text: string;
  readonly canRetry: boolean;
  /** For whoever looks it up in the log; null when the failure did not get as far. */
  readonly reference: string | null;
};

const words: Record<FailureCode, Omit<FailureView, 'reference'>> = {
  invalid_request: {
    title: 'This card is out of date',
    text: 'Reload the page: the app was updated while it was open.',
    canRetry: false,
  },
  invalid_field: {
    title: 'An answer cannot be used',
    text: 'Correct the marked field and save again.',
    canRetry: false,
  },
  missing_amount: {
    title: 'The deal has no amount',
    text: 'Enter an amount above zero on the deal: without it there is nothing to weigh.',
    canRetry: true,
  },
  no_exchange_rate: {
    title: 'No exchange rate',
    text: 'The deal is in a foreign currency. Ask an administrator to add an exchange rate for it in HubSpot.',
    canRetry: true,
  },
  unknown_deal: {
    title: 'Deal not found',
    text: 'HubSpot does not know this deal any more. Go back to the list of deals.',
    canRetry: true,
  },
  conflict: {
    title: 'Somebody else changed this deal',
    text: 'Reload the page to see their answers, then enter yours again.',
    canRetry: true,
  },
  not_installed: {
    title: 'The app is not set up yet',
    text: 'Ask an administrator to run its installation (crm:install) for this account.',
    canRetry: true,
  },
  forbidden: {
    title: 'The app lacks a permission',
    text: 'Ask an administrator to grant the app the permission it asks for.',
    canRetry: true,
  },
  wrong_key: {
    title: 'The approval code is not right',
    text: 'Nothing was changed. Ask whoever set the app up for the approval code.',
    canRetry: true,
  },
  no_key: {
    title: 'No approval code is set',
    text: 'Ask an administrator to set the secret POLICY_EDIT_KEY: without it nobody can change the policy.',
    canRetry: true,
  },
  short_key: {
    title: 'The approval code is too short',
    text: 'A code this short can be guessed, so nothing was changed. Ask an administrator to set the secret POLICY_EDIT_KEY to one of at least 12 characters.',
    canRetry: true,
  },
  unknown_ticket: {
    title: 'Not a request of this app',
    text: 'This ticket was not made by the deal card. Requests are in the pipeline Expedited shipments.',
    canRetry: true,
  },
  not_possible: { title: 'The request has moved on', text: 'Load it again to see where it stands.', canRetry: true },
  already_decided: {
    title: 'Somebody else was first',
    text: 'Your decision was not taken. Load the request again to see theirs.',
    canRetry: true,
  },
  week_full: { title: 'The week is full', text: 'Choose a date in another week.', canRetry: true },
  over_limit: {
    title: 'This needs an approval',
    text: 'The offer goes beyond your limits. Ask for approval before you make it.',
    canRetry: true,
  },
  not_approver: {
    title: 'You are not an approver',
    text: 'The policy names who may approve offers beyond the limits. Ask one of them.',
    canRetry: true,
  },
  required_property: {
    title: 'This account requires more before HubSpot stores this',
    text: 'A rule of the account requires a property that is empty. Fill it in, then try again; nothing is lost.',
    canRetry: true,
  },
  limits_unknown: {
    title: 'The policy cannot be read',
    text: 'Nobody knows what may be offered without approval, so nothing is recorded. An administrator has to save the policy anew in the app’s settings.',
    canRetry: true,
  },
  wait: {
    title: 'Too many tries with the approval code',
    text: 'Wait a minute, then enter the code again.',
    canRetry: true,
  },
  proposal_pending: {
    title: 'Another proposal is waiting',
    text: 'Somebody else proposed settings that nobody has looked at yet. Save the policy with or without them first.',
    canRetry: true,
  },
  refused: {
    title: 'HubSpot refused to store this',
    text: 'A rule of this account forbids a value the app writes. Ask an administrator to look at the rules of the app’s properties; the reference below names the property in the log.',
    canRetry: true,
  },
  rate_limited: {
    title: 'HubSpot is busy',
    text: 'Too many requests at once. Wait ten seconds and try again; nothing is lost.',
    canRetry: true,
  },
  daily_limit: {
    title: 'Today’s calls to HubSpot are used up',
    text: 'HubSpot takes only so many a day from all apps of the account, and today’s are gone. It will work again tomorrow; doing it twice does no harm. An administrator sees in HubSpot which app takes so many.',
    canRetry: true,
  },
  unavailable: {
    title: 'HubSpot did not answer',
    text: 'Try again; nothing is lost, and saving twice does no harm.',
    canRetry: true,
  },
  deadline: {
    title: 'That took too long',
    text: 'Try again; nothing is lost, and saving twice does no harm.',
    canRetry: true,
  },
  unexpected: {
    title: 'Something went wrong in the app',
    text: 'Try again. If it happens again, give the reference below to your administrator.',
    canRetry: true,
  },
};

/** Words for a failure of an app function. */
export function failureView({ code, correlationId, saved, scopes, required }: Failure): FailureView {
  const view = words[code];
  const text = textOf(view.text, scopes ?? [], required);
  return {
    ...view,
    text: saved === undefined ? text : `Your answers are saved, without a score. ${text}`,
    reference: correlationId === '' ? null : correlationId,
  };
}

/** What HubSpot names goes to whoever can act on it. */
function textOf(text: string, scopes: readonly string[], required: Failure['required']): string {
  if (required !== undefined) {
    const { record, properties } = required;
    const them = properties.length === 1 ? 'it' : 'them';
    const where =
      record === 'other'
        ? `Ask an administrator to make ${them} optional, under Settings → Properties`
        : `Fill ${them} in on the ${record} (Actions → View all properties)`;
    return `A rule of this account requires ${properties.join(', ')}. ${where}, then try again; nothing is lost.`;
  }
  return scopes.length === 0 ? text : `${text} Missing: ${scopes.join(', ')}.`;
}

/** Words for a deal that cannot be scored as it stands. */
export function unscorableView(
  code: 'missing_amount' | 'no_exchange_rate' | 'invalid_field',
): Pick<FailureView, 'title' | 'text'> {
  return code === 'invalid_field'
    ? { title: 'An answer has to be corrected first', text: 'Correct the marked field to see the score.' }
    : words[code];
}
