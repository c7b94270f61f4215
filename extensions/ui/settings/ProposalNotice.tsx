import { Alert, Button, Flex } from '@hubspot/ui-extensions';
import type { Account } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import { instantInWords } from '../shared/reader.ts';
import { isFilledIn } from './policy-session.ts';
import type { PolicySession } from './policy-session.ts';

type ProposalNoticeProps = {
  readonly session: PolicySession;
  readonly account: Account;
  readonly locale: string;
  readonly onFillIn: () => void;
};

/** Settings learnt from customers' answers, to be filled into the form; saving them takes the key, as any other change. */
export function ProposalNotice({ session, account, locale, onFillIn }: ProposalNoticeProps) {
  const { proposal, droppedProposal } = session.opened;
  if (droppedProposal !== null)
    return (
      <Alert title="A proposal is no longer of use" variant="info">
        {`${droppedProposal.by} proposed settings on ${instantInWords(droppedProposal.at, account, locale)} that were learnt under an earlier model. Propose again from what answers teach.`}
      </Alert>
    );
  if (proposal === null) return null;
  const settings = Object.keys(proposal.settings).length;
  const what = `${count(settings, { locale })} ${settings === 1 ? 'setting' : 'settings'} learnt from ${count(proposal.answers, { locale })} customers’ answers, proposed by ${proposal.by} on ${instantInWords(proposal.at, account, locale)}.`;
  if (isFilledIn(session))
    return (
      <Alert
        title="The proposal is filled in"
        variant="info"
      >{`${what} Nothing of it is in force before you save.`}</Alert>
    );
  return (
    <Flex direction="column" gap="sm">
      <Alert title="Settings have been proposed" variant="info">
        {what}
      </Alert>
      <Flex direction="row">
        <Button size="sm" onClick={onFillIn}>
          Fill them in
        </Button>
      </Flex>
    </Flex>
  );
}
