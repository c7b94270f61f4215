import { describe, expect, it } from 'vitest';
import { link, pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('pipelines and owners (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;

  it('has HubSpot’s sales pipeline and those set up', async () => {
    account().emulator.setUp({
      pipelines: [
        {
          objectType: 'deals',
          id: 'export',
          label: 'Export',
          stages: [{ id: 'export_won', label: 'Won', metadata: { isClosed: 'true', probability: '1.0' } }],
        },
      ],
    });
    const { results } = await crm().pipelines.pipelinesApi.getAll('deals');
    expect(results.map(({ id, displayOrder }) => [id, displayOrder])).toEqual([
      ['default', 0],
      ['export', 1],
    ]);
    expect(results[0]?.stages.map(({ id }) => id)).toEqual([
      'appointmentscheduled',
      'qualifiedtobuy',
      'presentationscheduled',
      'decisionmakerboughtin',
      'contractsent',
      'closedwon',
      'closedlost',
    ]);
    expect(await crm().pipelines.pipelinesApi.getById('deals', 'export')).toMatchObject({ label: 'Export' });
    expect((await crm().pipelines.pipelineStagesApi.getById('deals', 'default', 'closedlost')).metadata).toEqual({
      isClosed: 'true',
      probability: '0.0',
    });
    expect((await crm().pipelines.pipelineStagesApi.getAll('deals', 'export')).results).toHaveLength(1);
    expect((await refusal(crm().pipelines.pipelinesApi.getById('deals', 'nowhere'))).status).toBe(404);
    const won = await crm().deals.basicApi.create({
      properties: { pipeline: 'export', dealstage: 'export_won' },
      associations: [],
    });
    expect(won.properties['hs_is_closed_won']).toBe('true');
    expect(
      (
        await refusal(
          crm().deals.basicApi.create({ properties: { pipeline: 'export', dealstage: 'closedwon' }, associations: [] }),
        )
      ).status,
    ).toBe(400);
  });

  it('takes new pipelines and stages of tickets, and changes to them', async () => {
    const { pipelinesApi, pipelineStagesApi } = crm().pipelines;
    const stages = [
      { label: 'Asked', displayOrder: 0, metadata: { ticketState: 'OPEN' } },
      { label: 'Done', displayOrder: 1, metadata: { ticketState: 'CLOSED' } },
    ];
    const { id, stages: created } = await pipelinesApi.create('tickets', {
      label: `Favours ${family}`,
      displayOrder: 1,
      stages,
    });
    expect(created.map(({ label, metadata }) => [label, metadata])).toEqual([
      ['Asked', { ticketState: 'OPEN', isClosed: 'false' }],
      ['Done', { ticketState: 'CLOSED', isClosed: 'true' }],
    ]);
    expect(
      (await refusal(pipelinesApi.create('tickets', { label: `Favours ${family}`, displayOrder: 1, stages }))).status,
    ).toBe(400);
    expect(
      (await pipelineStagesApi.create('tickets', id, { label: 'Waiting', displayOrder: 1, metadata: {} })).metadata,
    ).toEqual({ ticketState: 'OPEN', isClosed: 'false' });
    await pipelineStagesApi.update('tickets', id, created[1]!.id, { label: 'Granted', displayOrder: 2 });
    expect(
      (await pipelinesApi.update('tickets', id, { label: `Wishes ${family}` })).stages.map(({ label }) => label),
    ).toEqual(['Asked', 'Waiting', 'Granted']);
    expect((await refusal(pipelineStagesApi.update('tickets', id, created[0]!.id, { label: 'Granted' }))).status).toBe(
      400,
    );
    expect(
      (
        await refusal(
          pipelinesApi.create('deals', {
            label: 'No chances',
            displayOrder: 2,
            stages: [{ label: 'Open', displayOrder: 0, metadata: {} }],
          }),
        )
      ).status,
    ).toBe(400);

    const ticket = await crm().tickets.basicApi.create({
      properties: { subject: 'Sooner', hs_pipeline: id, hs_pipeline_stage: created[0]!.id },
      associations: [],
    });
    const inUse = {
      status: 400,
      body: {
        message: `Stage IDs: [${created[0]!.id}] are being referenced by object IDs: [${ticket.id}]`,
        subCategory: 'PipelineError.STAGE_ID_IN_USE',
        context: { stageIds: [`[${created[0]!.id}]`], objectIds: [`[${ticket.id}]`] },
      },
    };
    expect(await refusal(pipelinesApi.archive('tickets', id))).toMatchObject(inUse);
    expect(await refusal(pipelineStagesApi.archive('tickets', id, created[0]!.id))).toMatchObject(inUse);
    expect((await refusal(pipelineStagesApi.archive('tickets', id, created[1]!.id))).body).toMatchObject({
      subCategory: 'PipelineError.MISSING_CLOSED_STAGE',
    });
    await pipelineStagesApi.archive('tickets', id, 'no-such-stage');
    await crm().tickets.basicApi.archive(ticket.id);
    await pipelinesApi.archive('tickets', id, true);
    expect((await refusal(pipelinesApi.getById('tickets', id))).status).toBe(404);
  });

  it('replaces pipelines and stages: what is left out goes, unless it holds records', async () => {
    const { pipelinesApi, pipelineStagesApi } = crm().pipelines;
    const stage = (label: string, displayOrder: number, probability: string) => ({
      label,
      displayOrder,
      metadata: { probability },
    });
    const { id, stages } = await pipelinesApi.create('deals', {
      label: `Renewals ${family}`,
      displayOrder: 3,
      stages: [stage('Asked', 0, '0.2'), stage('Agreed', 1, '1.0')],
    });
    const [asked, agreed] = stages;
    const deal = await crm().deals.basicApi.create({
      properties: { dealname: 'Again', pipeline: id, dealstage: asked!.id },
      associations: [],
    });
    const without = {
      label: `Renewals ${family}`,
      displayOrder: 3,
      stages: [{ ...stage('Agreed', 0, '1.0'), stageId: agreed!.id }, stage('Lost', 1, '0.0')],
    };
    // The SDK leaves ids of stages out.
    const root = family === 'v3' ? '/crm/v3/pipelines' : `/crm/pipelines/${family}`;
    const replace = () => account().send('PUT', `${root}/deals/${id}`, without);
    expect(await replace()).toMatchObject({
      status: 400,
      body: { subCategory: 'PipelineError.STAGE_ID_IN_USE' },
    });
    await crm().deals.basicApi.update(deal.id, { properties: { dealstage: agreed!.id } });
    expect(await replace()).toMatchObject({
      status: 200,
      body: { stages: [{ id: agreed!.id, label: 'Agreed' }, { label: 'Lost' }] },
    });
    const renamed = await pipelineStagesApi.replace('deals', id, agreed!.id, stage('Signed', 0, '1.0'));
    expect([renamed.id, renamed.label]).toEqual([agreed!.id, 'Signed']);
  });

  it('has tickets in HubSpot’s support pipeline, linked to company and deal', async () => {
    const company = await crm().companies.basicApi.create({ properties: { name: 'Promo' }, associations: [] });
    const deal = await crm().deals.basicApi.create({
      properties: { dealname: 'Mugs', dealstage: 'closedwon' },
      associations: [],
    });
    const { body: ticket } = await account().send('POST', '/crm/v3/objects/tickets', {
      properties: { subject: 'Late', hs_pipeline_stage: '1' },
      associations: [link(company.id, 339), link(deal.id, 28)],
    });
    expect(ticket['properties']).toMatchObject({ subject: 'Late', hs_pipeline: '0', hs_pipeline_stage: '1' });
    expect(
      (await refusal(crm().tickets.basicApi.create({ properties: { subject: 'Nowhere' }, associations: [] }))).status,
    ).toBe(400);
    expect(
      (await refusal(crm().tickets.basicApi.update(ticket.id, { properties: { hs_pipeline_stage: 'closedwon' } })))
        .status,
    ).toBe(400);
    const read = await crm().tickets.basicApi.getById(ticket.id, ['subject'], undefined, ['companies', 'deals']);
    expect([
      read.associations?.['companies']?.results.map(({ id, type }) => [id, type]),
      read.associations?.['deals']?.results.map(({ id }) => id),
    ]).toEqual([
      [
        [company.id, 'ticket_to_company'],
        [company.id, 'ticket_to_company_unlabeled'],
      ],
      [deal.id],
    ]);
  });

  it('pages owners, and finds one by id, e-mail or user', async () => {
    const owners = crm().owners.ownersApi;
    const first = await owners.getPage(undefined, undefined, 2);
    expect(first.results.map(({ id }) => id)).toEqual(['501', '502']);
    expect((await owners.getPage(undefined, first.paging?.next?.after, 2)).results.map(({ id }) => id)).toEqual([
      '503',
    ]);
    expect((await owners.getPage('max@cuckoo.example')).results.map(({ id }) => id)).toEqual(['502']);
    expect(await owners.getById(503)).toMatchObject({ id: '503', userId: 93, firstName: 'Ora', type: 'PERSON' });
    expect((await owners.getById(91, 'userId')).id).toBe('501');
    expect((await refusal(owners.getById(1))).status).toBe(404);
  });
});
