import { Table, TableRow } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it } from 'vitest';
import { QueueTable } from '../../extensions/ui/queue/QueueTable.tsx';
import { queueOf } from '../../extensions/ui/queue/queue.ts';

const moment = { today: '2026-11-23', nowMs: Date.parse('2026-11-23T10:00:00Z') };

function open(requests: number) {
  const tickets = Array.from({ length: requests }, (_, index) => ({
    hs_object_id: String(index + 1),
    hs_pipeline_stage: '1',
    expedite_request_key: `${index + 1}/1`,
    expedite_deal: `Deal ${index + 1}`,
  }));
  const queue = queueOf(tickets, { pipelineId: '9', stages: { requested: '1' } }, moment);
  const renderer = createRenderer('crm.record.tab');
  renderer.render(
    <QueueTable
      queue={queue}
      taken={new Map()}
      slots={5}
      account={{ portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' }}
      moment={moment}
      locale="en-GB"
    />,
  );
  return {
    rows: () => renderer.findAll(TableRow).length,
    paging: () => renderer.find(Table).props,
    turnTo: (page: number) => {
      renderer.find(Table).trigger('onPageChange' as never, page as never);
    },
    waitFor: renderer.waitFor.bind(renderer),
  };
}

describe('a long queue', () => {
  it('is drawn in pages of 25, the last one with what is left', async () => {
    const { rows, paging, turnTo, waitFor } = open(60);
    expect(rows()).toBe(25);
    expect(paging()).toMatchObject({ paginated: true, pageCount: 3, page: 1 });
    turnTo(3);
    await waitFor(() => {
      expect(rows()).toBe(10);
    });
    expect(paging()).toMatchObject({ page: 3 });
  });

  it('has no pages when it fits on one', () => {
    const { rows, paging } = open(25);
    expect(rows()).toBe(25);
    expect(paging()).toMatchObject({ paginated: false });
  });
});
