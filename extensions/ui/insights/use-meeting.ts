import { useCallback, useState } from 'react';
import { useExtensionContext } from '@hubspot/ui-extensions';
import {
  openMeetingReplySchema,
  openMeetingUid,
  recordMeetingReplySchema,
  recordMeetingUid,
  saveThemesReplySchema,
  saveThemesUid,
} from '@deal-terms/core/contracts';
import type { Failure, OpenMeetingReply, RecordMeetingRequest } from '@deal-terms/core/contracts';
import type { ThemeChange } from '@deal-terms/core/themes';
import { actorName } from '../shared/actor-name.ts';
import { callForPage } from '../shared/call-function.ts';
import { useReply } from '../shared/use-reply.ts';

/** What `open-meeting` tells the page. */
export type OpenedMeeting = Extract<OpenMeetingReply, { ok: true }>;
type Wanted = RecordMeetingRequest extends infer One ? (One extends unknown ? Omit<One, 'by'> : never) : never;

/** The management table's memory, and how to add to it. */
export type Meeting =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly opened: OpenedMeeting;
      /** Null when it is written down, with its task where it has one. */
      readonly record: (wanted: Wanted) => Promise<Failure | 'no_task' | null>;
      /** Null when the list is changed. */
      readonly changeThemes: (change: ThemeChange) => Promise<Failure | null>;
    };

const ask = () => callForPage(openMeetingUid, {}, openMeetingReplySchema);

/** Asks `open-meeting` once; what is written down afterwards is taken in without asking again, unless somebody else was first. */
export function useMeeting(): Meeting {
  const { user } = useExtensionContext<'pages'>();
  const asked = useReply(ask);
  const [changed, setChanged] = useState<{ readonly of: OpenedMeeting; readonly now: OpenedMeeting } | null>(null);
  const reply = asked.kind === 'ready' ? asked.reply : null;
  const opened = changed !== null && changed.of === reply ? changed.now : reply;
  const by = actorName(user);
  const take = useCallback(
    (change: Partial<OpenedMeeting>) => {
      if (reply === null) return;
      setChanged((before) => ({
        of: reply,
        now: { ...(before !== null && before.of === reply ? before.now : reply), ...change },
      }));
    },
    [reply],
  );
  if (asked.kind !== 'ready' || opened === null) return asked.kind === 'failed' ? asked : { kind: 'loading' };
  return {
    kind: 'ready',
    opened,
    record: async (wanted) => {
      const answer = await callForPage(recordMeetingUid, { ...wanted, by }, recordMeetingReplySchema);
      if (!answer.ok) return answer;
      const tasks: OpenedMeeting['tasks'] =
        wanted.action === 'decide' && answer.hasTask ? { ...opened.tasks, [wanted.id]: 'open' } : opened.tasks;
      take({ record: answer.record, tasks });
      return answer.hasTask ? null : 'no_task';
    },
    changeThemes: async (change) => {
      const answer = await callForPage(
        saveThemesUid,
        { basedOn: opened.themes.version, change, by },
        saveThemesReplySchema,
      );
      if (answer.ok) take({ themes: answer.list });
      else if (answer.code === 'conflict') {
        const now = await ask();
        if (now.ok) take(now);
      }
      return answer.ok ? null : answer;
    },
  };
}

/** An id nobody else makes: a repeat of the same request is known by it. */
export function madeId(): string {
  const random = () => Math.random().toString(36).slice(2, 12);
  return `${Date.now().toString(36)}-${random()}-${random()}`;
}
