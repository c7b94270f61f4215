export { csvOf } from './csv.ts';
export type { CsvValue } from './csv.ts';
export { addTotals, dealTotals, totalledPropertyNames } from './deal-totals.ts';
export { insightDeal, insightPropertyNames } from './insight-deal.ts';
export type { InsightBasis, InsightDeal, Question } from './insight-deal.ts';
export { escapeMarkdown, markdownTable } from './markdown.ts';
export type { MarkdownTable } from './markdown.ts';
export { pipelineInsights } from './pipeline-insights.ts';
export type { PipelineInsights } from './pipeline-insights.ts';
