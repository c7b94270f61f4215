import type { PipelineSetup } from '../workbench/emulator/index.ts';

type StageRow = readonly [id: string, label: string, probability: string];

const open: readonly StageRow[] = [
  ['appointmentscheduled', 'Enquiry', '0.2'],
  ['qualifiedtobuy', 'Samples sent', '0.4'],
  ['presentationscheduled', 'Quote sent', '0.6'],
  ['decisionmakerboughtin', 'Negotiating terms', '0.8'],
  ['contractsent', 'Confirmation sent', '0.9'],
];
const closed: readonly StageRow[] = [
  ['closedwon', 'Won', '1.0'],
  ['closedlost', 'Lost', '0.0'],
];

/** HubSpot's own deal stages under the names a giftware maker gave them. */
export const salesPipeline: PipelineSetup = {
  objectType: 'deals',
  id: 'default',
  label: 'Trade orders',
  stages: [...open, ...closed].map(([id, label, probability]) => ({
    id,
    label,
    metadata: { probability, isClosed: String(id.startsWith('closed')) },
  })),
};

/** A deal is lost after the quote, if it is. */
const stagesBeforeLoss = 3;

/**
 * The stages a deal went through to be where it is, that one included.
 *
 * @param stage - stage id
 */
export function stagesUpTo(stage: string): readonly string[] {
  const ids = open.map(([id]) => id);
  const place = ids.indexOf(stage);
  if (place >= 0) return ids.slice(0, place + 1);
  return [...ids.slice(0, stage === 'closedlost' ? stagesBeforeLoss : ids.length), stage];
}
