import { Alert, Flex } from '@hubspot/ui-extensions';
import type { Captured } from '@deal-terms/core/crm';
import type { LocalScore } from '../session/local-score.ts';
import { unscorableView } from '../../shared/failure-view.ts';
import { readerOf } from '../../shared/reader.ts';
import { hasNoAnswers, scoreView } from './score-view.ts';
import { AskNext } from './AskNext.tsx';
import { NoAnswersYet } from './NoAnswersYet.tsx';
import { ScoreHead } from './ScoreHead.tsx';

type ScoreSummaryProps = { readonly score: LocalScore; readonly captured: Captured; readonly locale: string };

/** The head of the score, or what stands in its way, or what to ask first. */
export function ScoreSummary({ score, captured, locale }: ScoreSummaryProps) {
  if (score.kind === 'unscorable') {
    const { title, text } = unscorableView(score.code);
    return (
      <Alert title={title} variant="warning">
        {text}
      </Alert>
    );
  }
  const { result, resolved } = score;
  const view = scoreView(result, resolved.input, readerOf(locale, resolved.currency));
  if (hasNoAnswers(captured)) return <NoAnswersYet question={view.question} />;
  return (
    <Flex direction="column" gap="sm">
      <ScoreHead view={view} />
      {view.question !== null && <AskNext title="Ask next" view={view.question} />}
    </Flex>
  );
}
