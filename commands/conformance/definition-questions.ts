import { setTimeout as pause } from 'node:timers/promises';
import { makeRecord } from './stage.ts';
import type { Stage } from './stage.ts';
import { refusalOr } from './question.ts';
import type { Question } from './question.ts';

/** How often a schema is read after a change, and how long between. */
const reads = 6;
const betweenReadsMs = 500;

/** What becomes of properties and schemas. */
export const definitionQuestions: readonly Question[] = [
  {
    asks: 'Does the name of an archived property bring it back, with its values?',
    answer: async (stage) => {
      const { api, properties, records } = stage;
      const egg = { name: 'again', label: 'Again', type: 'string', fieldType: 'text', groupName: await groupOf(stage) };
      await api('POST', properties, egg);
      const id = await makeRecord(stage, { key: 'archived property', again: 'kept' });
      await api('DELETE', `${properties}/again`);
      const answer = await api('POST', properties, { ...egg, label: 'Once more' });
      const value = (await api('GET', `${records.dated}/${id}?properties=again`)).body.properties?.['again'];
      return refusalOr(answer, value === 'kept' ? 'yes, with its values' : 'yes, without its values');
    },
  },
  {
    asks: 'What is said of a property name that is taken?',
    answer: async (stage) => {
      const egg = { name: 'note', label: 'x', type: 'string', fieldType: 'text', groupName: await groupOf(stage) };
      return refusalOr(await stage.api('POST', stage.properties, egg), 'nothing');
    },
  },
  {
    asks: 'Does yes or no need its two options?',
    answer: async (stage) => {
      const egg = {
        name: 'yes_or_no',
        label: 'x',
        type: 'bool',
        fieldType: 'booleancheckbox',
        groupName: await groupOf(stage),
      };
      return refusalOr(await stage.api('POST', stage.properties, egg), 'no');
    },
  },
  {
    asks: 'What is said when a property that is not there is archived, alone and in a batch?',
    answer: async ({ api, properties }) => {
      const alone = await api('DELETE', `${properties}/never_was`);
      const several = await api('POST', `${properties}/batch/archive`, { inputs: [{ name: 'never_was' }] });
      return `alone: ${alone.status}; in a batch: ${several.status}`;
    },
  },
  {
    asks: 'Does a read of one schema show what was before a change after it showed the change?',
    answer: async ({ api, schema }) => {
      await api('PATCH', schema, { labels: { singular: 'Changed check', plural: 'Conformance checks' } });
      const seen: boolean[] = [];
      for (let count = 0; count < reads; count += 1) {
        const { body } = await api('GET', schema);
        seen.push((body['labels'] as { readonly singular?: string } | undefined)?.singular === 'Changed check');
        await pause(betweenReadsMs);
      }
      return seen.indexOf(true) >= 0 && seen.lastIndexOf(false) > seen.indexOf(true)
        ? 'yes'
        : 'no, not within three seconds';
    },
  },
  {
    asks: 'Can an object with records be archived?',
    answer: async (stage) => {
      await makeRecord(stage, { key: 'in the way' });
      const { status, body } = await stage.api('DELETE', stage.schema);
      const reason = (body.subCategory ?? body.category ?? '').split('.').at(-1) ?? '';
      return status < 300 ? 'yes' : `refused with ${status} ${reason}`;
    },
  },
];

async function groupOf({ api, properties }: Stage): Promise<string> {
  return String((await api('GET', `${properties}/key`)).body['groupName']);
}
