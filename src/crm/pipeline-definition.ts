/** A pipeline as HubSpot's `POST /crm/v3/pipelines/{objectType}` takes it. HubSpot gives pipeline and stages their ids; `key` is how the app names a stage. */
export type PipelineDefinition = {
  readonly objectType: 'tickets';
  readonly label: string;
  readonly stages: readonly PipelineStageDefinition[];
};

/** A ticket stage, in its place; closed stages end the work. */
export type PipelineStageDefinition = {
  readonly key: string;
  readonly label: string;
  readonly metadata: { readonly ticketState: 'OPEN' | 'CLOSED' };
};
