import type { PipelineDefinition } from './pipeline-definition.ts';

/** Where a request stands, as operations see it on their ticket board; keys are the deal’s `terms_expedite_status`, but for `withdrawn`. */
export const expeditePipeline = {
  objectType: 'tickets',
  label: 'Expedited shipments',
  stages: [
    { key: 'requested', label: 'Requested', metadata: { ticketState: 'OPEN' } },
    { key: 'held', label: 'Accepted, slot held', metadata: { ticketState: 'OPEN' } },
    { key: 'countered', label: 'Countered', metadata: { ticketState: 'OPEN' } },
    { key: 'approved', label: 'Approved', metadata: { ticketState: 'OPEN' } },
    { key: 'shipped', label: 'Shipped', metadata: { ticketState: 'CLOSED' } },
    { key: 'declined', label: 'Declined', metadata: { ticketState: 'CLOSED' } },
    { key: 'expired', label: 'Expired', metadata: { ticketState: 'CLOSED' } },
    { key: 'withdrawn', label: 'Withdrawn', metadata: { ticketState: 'CLOSED' } },
  ],
} as const satisfies PipelineDefinition;

export type ExpediteStageKey = (typeof expeditePipeline)['stages'][number]['key'];
