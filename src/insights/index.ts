export { dealTotals, totalledPropertyNames } from './deal-totals.ts';
export { escapeMarkdown, markdownTable } from './markdown.ts';
export type { MarkdownTable } from './markdown.ts';
