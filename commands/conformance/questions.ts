import { definitionQuestions } from './definition-questions.ts';
import type { Question } from './question.ts';
import { recordQuestions } from './record-questions.ts';

/** Everything the emulator had to decide without HubSpot having said. */
export const questions: readonly Question[] = [...recordQuestions, ...definitionQuestions];
