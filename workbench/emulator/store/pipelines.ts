import type { Database } from './database.ts';

/** A stage; `metadata` of a deal stage has `probability` from 0.0 to 1.0 and `isClosed`, both as text. */
export type PipelineStage = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
};
export type Pipeline = { readonly id: string; readonly label: string; readonly displayOrder: number; readonly stages: readonly PipelineStage[]; readonly createdAt: string; readonly updatedAt: string };

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
      database.run('INSERT OR REPLACE INTO pipelines (type_id, id, body) VALUES (?, ?, ?)', [typeId, pipeline.id, JSON.stringify(pipeline)]);
    },
    remove: (typeId, id) => {
      cache.delete(typeId);
      database.run('DELETE FROM pipelines WHERE type_id = ? AND id = ?', [typeId, id]);
    },
  };
}

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

/** The deal pipeline every account starts with. */
export function salesPipeline(at: string): Pipeline {
  const stages = salesStages.map(([id, label, probability, isClosed], displayOrder) => ({ id, label, displayOrder, metadata: { isClosed: String(isClosed), probability }, createdAt: at, updatedAt: at }));
  return { id: 'default', label: 'Sales Pipeline', displayOrder: 0, stages, createdAt: at, updatedAt: at };
}
