import { dated, makeDeal, makeRecord } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Answer } from './account-api.ts';
import { refusalOr } from './question.ts';
import type { Question } from './question.ts';

/** What becomes of records. */
export const recordQuestions: readonly Question[] = [
  {
    asks: 'May a new record have the unique value of an archived one?',
    answer: async (stage) => {
      const id = await makeRecord(stage, { key: 'archived' });
      await stage.api('DELETE', `${stage.records.dated}/${id}`);
      return refusalOr(await create(stage, { key: 'archived' }), 'yes');
    },
  },
  {
    asks: 'What is said of a unique value that is taken?',
    answer: async (stage) => {
      const id = await makeRecord(stage, { key: 'taken' });
      const answer = await create(stage, { key: 'taken' });
      const named =
        answer.body.message?.includes(id) === true
          ? 'the message names the record that has it'
          : 'the record that has it is not named';
      return `${refusalOr(answer, 'nothing')}; ${named}; context: ${Object.keys(answer.body.context ?? {})
        .sort()
        .join(', ')}`;
    },
  },
  {
    asks: 'Does a batch update take one record twice?',
    answer: async (stage) => {
      const id = await makeRecord(stage, { key: 'twice' });
      const input = (note: string) => ({ id, properties: { note } });
      return refusalOr(await batch(stage, 'update', [input('a'), input('b')]), 'yes');
    },
  },
  {
    asks: 'Does a batch update take hs_object_id for an idProperty?',
    answer: async (stage) => {
      const id = await makeRecord(stage, { key: 'by id' });
      return refusalOr(
        await batch(stage, 'update', [{ id, idProperty: 'hs_object_id', properties: { note: 'a' } }]),
        'yes',
      );
    },
  },
  {
    asks: 'Does an upsert create, then update, and say which?',
    answer: async (stage) => {
      const upsert = async (note: string) => {
        const answer = await batch(stage, 'upsert', [{ id: 'upserted', idProperty: 'key', properties: { note } }]);
        const [one] = answer.body.results ?? [];
        if (one !== undefined) stage.remember(`${stage.records.dated}/${one.id}`);
        return refusalOr(answer, one?.new === undefined ? 'it does not say' : one.new ? 'created' : 'updated');
      };
      return `${await upsert('first')}, then ${await upsert('second')}`;
    },
  },
  {
    asks: 'Does an upsert take one unique value twice?',
    answer: async (stage) => {
      const input = { id: 'twice upserted', idProperty: 'key', properties: { note: 'a' } };
      const answer = await batch(stage, 'upsert', [input, input]);
      for (const { id } of answer.body.results ?? []) stage.remember(`${stage.records.dated}/${id}`);
      return refusalOr(answer, 'yes');
    },
  },
  {
    asks: 'Does a batch create give each record the trace it was sent with, and let one fail alone?',
    answer: async (stage) => {
      const inputs = ['one', 'two', 'three'].map((key) => ({
        properties: { key },
        associations: [],
        objectWriteTraceId: key,
      }));
      const answer = await batch(stage, 'create', [...inputs, { ...inputs[0], objectWriteTraceId: 'again' }]);
      const results = answer.body.results ?? [];
      for (const { id } of results) stage.remember(`${stage.records.dated}/${id}`);
      const traced = results.every(({ objectWriteTraceId, properties }) => objectWriteTraceId === properties?.['key']);
      return `${answer.status}, ${results.length} created, ${traced ? 'each with its trace' : 'traces are missing'}`;
    },
  },
  {
    asks: 'Is a date that is not at midnight taken?',
    answer: async (stage) => {
      const send = async (path: string, key: string) => {
        const answer = await create(stage, { key, day: '1798074000000' }, path);
        return refusalOr(answer, answer.body.warnings === undefined ? 'yes, without a warning' : 'yes, with a warning');
      };
      return `v3: ${await send(stage.records.v3, 'day v3')}; ${dated}: ${await send(stage.records.dated, 'day dated')}`;
    },
  },
  {
    asks: 'What is said of a record without a required property?',
    answer: async (stage) => {
      const send = async (path: string) => {
        const answer = await create(stage, { note: 'no key' }, path);
        return `${refusalOr(answer, 'nothing')} ${answer.body.errors?.map(({ code }) => code).join(', ') ?? ''}`.trim();
      };
      return `v3: ${await send(stage.records.v3)}; ${dated}: ${await send(stage.records.dated)}`;
    },
  },
  {
    asks: 'What is a linked record’s id, and a label there is none of?',
    answer: async (stage) => {
      const id = await makeRecord(stage, { key: 'linked' });
      const { path } = await makeDeal(stage);
      const deal = path.split('/').at(-1) ?? '';
      await stage.api('PUT', `${stage.records.dated}/${id}/associations/default/deals/${deal}`);
      const read = async (root: string) => {
        const [one] = (await stage.api('GET', `${root}/${stage.typeId}/${id}/associations/deals`)).body.results ?? [];
        const [type] = one?.associationTypes ?? [];
        const label = type === undefined || !('label' in type) ? 'left out' : String(type.label);
        return `${typeof one?.toObjectId}, ${label}`;
      };
      return `v4: ${await read('/crm/v4/objects')}; ${dated}: ${await read(`/crm/objects/${dated}`)}`;
    },
  },
  {
    asks: 'What becomes of the close date when a deal moves into a closed stage?',
    answer: async (stage) =>
      `without one sent: ${await closing(stage, {})}; with one sent: ${await closing(stage, { closedate: '2034-06-01T00:00:00.000Z' })}`,
  },
];

async function closing(stage: Stage, more: Record<string, string>): Promise<string> {
  const { path, won } = await makeDeal(stage);
  const answer = await stage.api('PATCH', path, { properties: { dealstage: won, ...more } });
  if (answer.status >= 300) return refusalOr(answer, '');
  const { body } = await stage.api('GET', `${path}?properties=closedate`);
  const year = body.properties?.['closedate']?.slice(0, 4);
  return year === '2035' ? 'it stays' : year === '2034' ? 'it is the one sent' : 'it becomes now';
}

async function create({ api, records, remember }: Stage, properties: object, path = records.dated): Promise<Answer> {
  const answer = await api('POST', path, { properties });
  if (answer.body.id !== undefined && answer.status < 300) remember(`${records.dated}/${answer.body.id}`);
  return answer;
}

function batch({ api, records }: Stage, verb: string, inputs: readonly unknown[]): Promise<Answer> {
  return api('POST', `${records.dated}/batch/${verb}`, { inputs });
}
