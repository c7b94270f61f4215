import type { Database } from './database.ts';

/** A stage; `metadata` of a deal stage has `probability` from 0.0 to 1.0, of a ticket stage `ticketState` (`OPEN` or `CLOSED`), of both `isClosed`; all as text. */
export type PipelineStage = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
};
export type Pipeline = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly PipelineStage[];
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type PipelineStore = {
  readonly list: (typeId: string) => readonly Pipeline[];
  readonly save: (typeId: string, pipeline: Pipeline) => void;
  readonly remove: (typeId: string, id: string) => void;
};

export function createPipelineStore(database: Database): PipelineStore {
  const cache = new Map<string, readonly Pipeline[]>();
  const read = (typeId: string) =>
    database
      .all('SELECT body FROM pipelines WHERE type_id = ?', [typeId])
      .map((row) => JSON.parse(String(row['body'])) as Pipeline)
      .sort((a, b) => a.displayOrder - b.displayOrder);
  return {
    list: (typeId) => {
      const known = cache.get(typeId) ?? read(typeId);
      cache.set(typeId, known);
      return known;
    },
    save: (typeId, pipeline) => {
      cache.delete(typeId);
      database.run('INSERT OR REPLACE INTO pipelines (type_id, id, body) VALUES (?, ?, ?)', [
        typeId,
        pipeline.id,
        JSON.stringify(pipeline),
      ]);
    },
    remove: (typeId, id) => {
      cache.delete(typeId);
      database.run('DELETE FROM pipelines WHERE type_id = ? AND id = ?', [typeId, id]);
    },
  };
}

/** An id no pipeline or stage of the account has. */
export function freePipelineNumber(database: Database): number {
  const bodies = database.all('SELECT body FROM pipelines').map((row) => JSON.parse(String(row['body'])) as Pipeline);
  const used = bodies
    .flatMap(({ id, stages }) => [id, ...stages.map((stage) => stage.id)])
    .map(Number)
    .filter(Number.isSafeInteger);
  return Math.max(firstNumber - 1, ...used) + 1;
}

const firstNumber = 90_000_001;

type StageRow = readonly [id: string, label: string, probability: string, isClosed: boolean];

const salesStages: readonly StageRow[] = [
  ['appointmentscheduled', 'Appointment Scheduled', '0.2', false],
  ['qualifiedtobuy', 'Qualified To Buy', '0.4', false],
  ['presentationscheduled', 'Presentation Scheduled', '0.6', false],
  ['decisionmakerboughtin', 'Decision Maker Bought-In', '0.8', false],
  ['contractsent', 'Contract Sent', '0.9', false],
  ['closedwon', 'Closed Won', '1.0', true],
  ['closedlost', 'Closed Lost', '0.0', true],
];

const supportStages = ['New', 'Waiting on contact', 'Waiting on us', 'Closed'];

/** The ticket pipeline every account starts with. */
export function supportPipeline(at: string): Pipeline {
  const stages = supportStages.map((label, displayOrder) => {
    const isClosed = label === 'Closed';
    return {
      id: String(displayOrder + 1),
      label,
      displayOrder,
      metadata: { isClosed: String(isClosed), ticketState: isClosed ? 'CLOSED' : 'OPEN' },
      createdAt: at,
      updatedAt: at,
    };
  });
  return { id: '0', label: 'Support Pipeline', displayOrder: 0, stages, createdAt: at, updatedAt: at };
}

/** The deal pipeline every account starts with. */
export function salesPipeline(at: string): Pipeline {
  const stages = salesStages.map(([id, label, probability, isClosed], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: { isClosed: String(isClosed), probability },
    createdAt: at,
    updatedAt: at,
  }));
  return { id: 'default', label: 'Sales Pipeline', displayOrder: 0, stages, createdAt: at, updatedAt: at };
}
