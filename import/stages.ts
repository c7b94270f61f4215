import type { PipelineSetup } from '../workbench/emulator/index.ts';
import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { internalName, plainLabel, uniqueNames } from './plain-label.ts';
import { outcomeNamed } from './stage-words.ts';

type StageRow = readonly [id: string, label: string, probability: number];

/** The stages every HubSpot account starts with. */
const hubspotStages: readonly StageRow[] = [
  ['appointmentscheduled', 'Appointment Scheduled', 0.2],
  ['qualifiedtobuy', 'Qualified To Buy', 0.4],
  ['presentationscheduled', 'Presentation Scheduled', 0.6],
  ['decisionmakerboughtin', 'Decision Maker Bought-In', 0.8],
  ['contractsent', 'Contract Sent', 0.9],
  ['closedwon', 'Closed Won', 1],
  ['closedlost', 'Closed Lost', 0],
];
const labelOfId = new Map(hubspotStages.map(([id, label]) => [id, label]));
const unknownProbability = 0.5;
/** Where the deals of a file go that says nothing of stages: open, as nothing says otherwise. */
export const noStage = 'No stage';

/** Pipelines and stages of a file, and where a deal is in them. */
export type ImportedPipelines = {
  readonly pipelines: readonly PipelineSetup[];
  readonly placeOf: (cells: readonly string[]) => { readonly pipeline: string; readonly dealstage: string };
};

type Stage = { readonly id: string; readonly label: string; readonly probability: number; readonly isClosed: boolean };
type Found = { readonly label: string; readonly rows: Row[] };

/** Pipelines and stages as the rows name them, in the order of how likely a stage is to be won; the first pipeline is the account's default one. */
export function pipelinesOf(rows: readonly Row[], columns: Columns): ImportedPipelines {
  const pipelineLabel = (cells: readonly string[]) => columns.cell(cells, 'pipeline') || 'Sales Pipeline';
  // Other CRMs leave a deal in the stage where it was when it was won or lost, and say so beside it.
  const stageLabel = (cells: readonly string[]) => {
    const outcome = outcomeNamed(columns.cell(cells, 'status'));
    if (outcome !== null) return outcome === 'won' ? 'Closed Won' : 'Closed Lost';
    const stage = columns.cell(cells, 'stage');
    return labelOfId.get(stage) ?? (stage || noStage);
  };
  const pipelineId = uniqueNames();
  const stageId = uniqueNames();
  const ids = new Map<string, { readonly id: string; readonly stages: ReadonlyMap<string, string> }>();
  const pipelines = [...groupBy(rows, pipelineLabel)].map(
    ([key, { label, rows: ofPipeline }], place): PipelineSetup => {
      const id = pipelineId(place === 0 ? 'default' : internalName(label) || 'pipeline');
      const stages = [...groupBy(ofPipeline, stageLabel)].map(
        ([stageKey, found]) =>
          [stageKey, stageOf(found, columns, (name) => stageId(place === 0 ? name : `${id}_${name}`))] as const,
      );
      ids.set(key, { id, stages: new Map(stages.map(([stageKey, stage]) => [stageKey, stage.id])) });
      return {
        objectType: 'deals',
        id,
        label,
        stages: stages
          .map(([, stage]) => stage)
          .sort(byProgress)
          .map(wireStage),
      };
    },
  );
  return {
    pipelines,
    placeOf: (cells) => {
      const pipeline = ids.get(plainLabel(pipelineLabel(cells)));
      return { pipeline: pipeline?.id ?? '', dealstage: pipeline?.stages.get(plainLabel(stageLabel(cells))) ?? '' };
    },
  };
}

function groupBy(rows: readonly Row[], labelOf: (cells: readonly string[]) => string): ReadonlyMap<string, Found> {
  const groups = new Map<string, Found>();
  for (const row of rows) {
    const label = labelOf(row.cells);
    const group = groups.get(plainLabel(label)) ?? { label, rows: [] };
    groups.set(plainLabel(label), group);
    group.rows.push(row);
  }
  return groups;
}

/** What HubSpot worked out of the stage tells most; then whether it is one of HubSpot's own; then its name. */
function stageOf({ label, rows }: Found, columns: Columns, idOf: (name: string) => string): Stage {
  const known = hubspotStages.find(([, name]) => plainLabel(name) === plainLabel(label));
  const says = (what: 'isClosed' | 'isWon' | 'probability') =>
    rows.map(({ cells }) => columns.cell(cells, what)).find((text) => text !== '');
  const saidProbability = probabilityIn(says('probability'));
  const outcome = outcomeNamed(label);
  const isWon = yes(says('isWon')) ?? (known === undefined ? outcome === 'won' : known[2] === 1);
  const isClosed = isWon || (yes(says('isClosed')) ?? (known === undefined ? outcome === 'lost' : known[2] === 0));
  const probability = isClosed ? Number(isWon) : (saidProbability ?? known?.[2] ?? unknownProbability);
  return {
    id: idOf(known?.[0] ?? (internalName(label) || 'stage')),
    label: known?.[1] ?? label,
    probability,
    isClosed,
  };
}

function yes(text: string | undefined): boolean | null {
  return text === undefined ? null : /^(true|yes|y|t|1|ja|oui|s[ií]|sim|wahr|vrai)$/i.test(text);
}

function probabilityIn(text: string | undefined): number | null {
  const value = Number((text ?? '').replace('%', '').replace(',', '.'));
  if (text === undefined || !Number.isFinite(value) || value < 0) return null;
  return text.includes('%') || value > 1 ? Math.min(1, value / 100) : value;
}

/** Open stages first, won before lost. */
function byProgress(a: Stage, b: Stage): number {
  if (a.isClosed !== b.isClosed) return a.isClosed ? 1 : -1;
  return a.isClosed ? b.probability - a.probability : a.probability - b.probability;
}

function wireStage({ id, label, probability, isClosed }: Stage) {
  return {
    id,
    label,
    metadata: {
      probability: Number.isInteger(probability) ? probability.toFixed(1) : String(probability),
      isClosed: String(isClosed),
    },
  };
}
