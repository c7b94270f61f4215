import { describe, expect, it } from 'vitest';
import { link, pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('activities (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;
  const make = async (type: string, properties: object, associations: readonly object[] = []) => {
    const { status, body } = await account().send(
      'POST',
      family === 'v3' ? `/crm/v3/objects/${type}` : `/crm/objects/2026-09/${type}`,
      { properties, associations },
    );
    expect(status).toBe(201);
    return body;
  };

  it('are kept on the records they are about', async () => {
    const deal = await crm().deals.basicApi.create({
      properties: { dealname: 'Mugs', dealstage: 'closedwon' },
      associations: [],
    });
    const ticket = await make('tickets', { subject: 'Sooner', hs_pipeline_stage: '1' });
    const at = '2026-11-23T12:00:00.000Z';
    const note = await make('notes', { hs_timestamp: at, hs_note_body: 'Granted<br>for &lt;Monday&gt;' }, [
      link(ticket.id, 228),
      link(deal.id, 214),
    ]);
    const asked = {
      hs_timestamp: at,
      hs_task_subject: 'Tell the customer',
      hs_task_status: 'NOT_STARTED',
      hs_task_priority: 'HIGH',
      hs_task_type: 'TODO',
      hubspot_owner_id: '501',
    };
    const task = await make('tasks', asked, [link(deal.id, 216), link(ticket.id, 230)]);
    const read = await crm().tickets.basicApi.getById(ticket.id, ['subject'], undefined, [
      'notes',
      'tasks',
      'companies',
    ]);
    expect([
      read.associations?.['notes']?.results,
      read.associations?.['tasks']?.results,
      read.associations?.['companies'],
    ]).toEqual([[{ id: note.id, type: 'ticket_to_note' }], [{ id: task.id, type: 'ticket_to_task' }], undefined]);
    expect((await crm().objects.notes.basicApi.getById(note.id, ['hs_note_body'])).properties).toMatchObject({
      hs_note_body: 'Granted<br>for &lt;Monday&gt;',
    });
    expect(
      (
        await crm().objects.tasks.basicApi.getById(task.id, ['hs_task_subject', 'hubspot_owner_id'], undefined, [
          'deals',
        ])
      ).associations?.['deals']?.results.map(({ id }) => id),
    ).toEqual([deal.id]);
    await crm().tickets.basicApi.archive(ticket.id);
    expect(
      (await crm().objects.notes.basicApi.getById(note.id, undefined, undefined, ['tickets'])).associations?.[
        'tickets'
      ],
    ).toBeUndefined();
  });

  it('are calls, meetings and e-mails too', async () => {
    const deal = await crm().deals.basicApi.create({ properties: { dealname: 'Clocks' }, associations: [] });
    const at = { hs_timestamp: '2026-11-23T12:00:00.000Z' };
    await make('calls', { ...at, hs_call_title: 'Asked for terms', hs_call_direction: 'OUTBOUND' }, [
      link(deal.id, 206),
    ]);
    await make('meetings', { ...at, hs_meeting_title: 'Fair', hs_meeting_outcome: 'SCHEDULED' }, [link(deal.id, 212)]);
    await make('emails', { ...at, hs_email_subject: 'Our offer', hs_email_direction: 'EMAIL' }, [link(deal.id, 210)]);
    const read = await crm().deals.basicApi.getById(deal.id, undefined, undefined, ['calls', 'meetings', 'emails']);
    expect(Object.values(read.associations ?? {}).flatMap(({ results }) => results.map(({ type }) => type))).toEqual([
      'deal_to_call',
      'deal_to_meeting_event',
      'deal_to_email',
    ]);
    const found = await crm().objects.calls.searchApi.doSearch({ query: 'terms', properties: ['hs_call_title'] });
    expect(found.results.map(({ properties }) => properties['hs_call_title'])).toEqual(['Asked for terms']);
  });

  it('need a time, a known status, and permission on contacts', async () => {
    expect(
      (await refusal(crm().objects.notes.basicApi.create({ properties: { hs_note_body: 'When?' }, associations: [] })))
        .status,
    ).toBe(400);
    expect(
      (
        await refusal(
          crm().objects.tasks.basicApi.create({
            properties: { hs_timestamp: '2026-11-23T12:00:00Z', hs_task_status: 'PERHAPS' },
            associations: [],
          }),
        )
      ).status,
    ).toBe(400);
    const token = account().issue({ scopes: ['tickets', 'crm.objects.deals.write'] });
    expect(
      await account().send('POST', '/crm/v3/objects/notes', { properties: { hs_timestamp: '1' } }, token),
    ).toMatchObject({
      status: 403,
      body: { errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }] },
    });
  });
});
