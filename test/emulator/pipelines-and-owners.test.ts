import { describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('pipelines and owners (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;

  it('has HubSpot’s sales pipeline and those set up', async () => {
    account().emulator.setUp({ pipelines: [{ objectType: 'deals', id: 'export', label: 'Export', stages: [{ id: 'export_won', label: 'Won', metadata: { isClosed: 'true', probability: '1.0' } }] }] });
    const { results } = await crm().pipelines.pipelinesApi.getAll('deals');
    expect(results.map(({ id, displayOrder }) => [id, displayOrder])).toEqual([['default', 0], ['export', 1]]);
    expect(results[0]?.stages.map(({ id }) => id)).toEqual(['appointmentscheduled', 'qualifiedtobuy', 'presentationscheduled', 'decisionmakerboughtin', 'contractsent', 'closedwon', 'closedlost']);
    expect(await crm().pipelines.pipelinesApi.getById('deals', 'export')).toMatchObject({ label: 'Export' });
    expect((await crm().pipelines.pipelineStagesApi.getById('deals', 'default', 'closedlost')).metadata).toEqual({ isClosed: 'true', probability: '0.0' });
    expect((await crm().pipelines.pipelineStagesApi.getAll('deals', 'export')).results).toHaveLength(1);
    expect((await refusal(crm().pipelines.pipelinesApi.getById('deals', 'nowhere'))).status).toBe(404);
    const won = await crm().deals.basicApi.create({ properties: { pipeline: 'export', dealstage: 'export_won' }, associations: [] });
    expect(won.properties['hs_is_closed_won']).toBe('true');
    expect((await refusal(crm().deals.basicApi.create({ properties: { pipeline: 'export', dealstage: 'closedwon' }, associations: [] }))).status).toBe(400);
  });

  it('pages owners, and finds one by id, e-mail or user', async () => {
    const owners = crm().owners.ownersApi;
    const first = await owners.getPage(undefined, undefined, 2);
    expect(first.results.map(({ id }) => id)).toEqual(['501', '502']);
    expect((await owners.getPage(undefined, first.paging?.next?.after, 2)).results.map(({ id }) => id)).toEqual(['503']);
    expect((await owners.getPage('max@cuckoo.example')).results.map(({ id }) => id)).toEqual(['502']);
    expect(await owners.getById(503)).toMatchObject({ id: '503', userId: 93, firstName: 'Ora', type: 'PERSON' });
    expect((await owners.getById(91, 'userId')).id).toBe('501');
    expect((await refusal(owners.getById(1))).status).toBe(404);
  });
});
