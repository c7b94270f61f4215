import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'task';
export const taskGroups = [{ name: group, label: 'Task information' }];

export const taskProperties = [
  standardProperty(group, 'hs_task_subject', 'Task title', 'string', 'text'),
  standardProperty(group, 'hs_task_body', 'Task notes', 'string', 'html'),
  standardProperty(group, 'hs_task_status', 'Task status', 'enumeration', 'select', {
    choices: {
      NOT_STARTED: 'Not started',
      IN_PROGRESS: 'In progress',
      WAITING: 'Waiting',
      DEFERRED: 'Deferred',
      COMPLETED: 'Completed',
    },
  }),
  standardProperty(group, 'hs_task_priority', 'Priority', 'enumeration', 'select', {
    choices: { NONE: 'None', LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' },
  }),
  standardProperty(group, 'hs_task_type', 'Task type', 'enumeration', 'select', {
    choices: { TODO: 'To-do', CALL: 'Call', EMAIL: 'Email' },
  }),
  standardProperty(group, 'hs_timestamp', 'Due date', 'datetime', 'date'),
  standardProperty(group, 'hubspot_owner_id', 'Assigned to', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
