import { saysWhen } from './draft.ts';
import type { Draft } from './draft.ts';
import { spanOfDays } from './month-end.ts';
import { longestDays } from './payment-terms.ts';
import type { Due } from './payment-terms.ts';
import type { Refused } from './refusal.ts';
import { refuse } from './refusal.ts';

/** When a payment is due, or why that cannot be said. */
export function dueOf(draft: Draft): Due | Refused {
  const due = draft.monthEnd !== null || draft.isNextMonth ? monthEndDue(draft) : daysDue(draft);
  if ('refused' in due) return due;
  const [earliest, latest] = spanOfDays(due);
  if (due.by === 'days' && due.anchor === 'order' && due.days < 0) return refuse({ why: 'before order' });
  if (latest > longestDays) return refuse({ why: 'too many days', days: latest });
  return earliest < -longestDays ? refuse({ why: 'too many days', days: -earliest }) : due;
}

function monthEndDue(draft: Draft): Due | Refused {
  const { days, bare, anchor, direction, daysAfterMonthEnd: after, said } = draft;
  const isAtOnce = (['prepaid', 'advance', 'immediate', 'beforeDelivery'] as const).some((one) => said.has(one));
  if (isAtOnce || bare !== null || direction === 'before') return refuse({ why: 'two times', piece: '' });
  if (anchor === 'order') return refuse({ why: 'no words' });
  // "Proximo" alone names a month and no day.
  if (draft.monthEnd === null && after === null) return refuse({ why: 'no day of month' });
  const isEndOfNext = draft.monthEnd === 'next' || (draft.isNextMonth && (after === null || after >= 31));
  const isDayOfMonth = draft.isNextMonth && after !== null;
  if (isDayOfMonth && (after < 1 || after > 31)) return refuse({ why: 'no day of month' });
  const daysAfter = after === null || (draft.isNextMonth && after >= 31) ? 0 : after;
  const daysBefore = days?.days ?? 0;
  if (!Number.isInteger(daysBefore) || !Number.isInteger(daysAfter)) return refuse({ why: 'no words' });
  return { by: 'month end', daysBefore, monthsOn: isEndOfNext ? 1 : 0, daysAfter };
}

function daysDue(draft: Draft): Due | Refused {
  const { days, bare, anchor, direction, said } = draft;
  // "30 after delivery".
  const count = days?.days ?? (bare !== null && direction !== null ? bare.value : null);
  if (bare !== null && (days !== null || direction === null)) return refuse({ why: 'no days', piece: bare.digits });
  if (count !== null && count !== 0) return countedDue(draft, count);
  if (direction === 'before') return beforeDue(anchor);
  if (said.has('prepaid')) return saidTwice(draft, 'order');
  if (said.has('beforeDelivery')) return { by: 'days', anchor: 'delivery', days: 0 };
  if (said.has('advance')) return saidTwice(draft, 'order');
  if (anchor !== null) return { by: 'days', anchor, days: 0 };
  if (count === 0 || said.has('immediate') || said.has('cash')) return { by: 'days', anchor: 'delivery', days: 0 };
  if (said.has('deposit')) return { by: 'days', anchor: 'order', days: 0 };
  return refuse(said.has('net') ? { why: 'no days', piece: '' } : { why: 'no time', piece: '' });
}

/** "Before delivery" without days is the moment the goods are handed over. */
function beforeDue(anchor: Draft['anchor']): Due | Refused {
  if (anchor === 'order') return refuse({ why: 'before order' });
  return anchor === null ? refuse({ why: 'no words' }) : { by: 'days', anchor, days: 0 };
}

function saidTwice({ anchor, said }: Draft, due: 'order'): Due | Refused {
  const isElsewhere = anchor === 'delivery' || said.has('immediate') || (said.has('net') && !said.has('advance'));
  return isElsewhere ? refuse({ why: 'two times', piece: '' }) : { by: 'days', anchor: due, days: 0 };
}

function countedDue({ direction, anchor, said }: Draft, count: number): Due | Refused {
  if (said.has('prepaid') || said.has('immediate') || said.has('beforeDelivery'))
    return refuse({ why: 'two times', piece: '' });
  if (said.has('advance')) {
    if (anchor === 'order' || direction === 'after') return refuse({ why: 'two times', piece: '' });
    return { by: 'days', anchor: 'delivery', days: -count };
  }
  if (direction === 'before')
    return anchor === null ? refuse({ why: 'no words' }) : { by: 'days', anchor, days: -count };
  return { by: 'days', anchor: anchor ?? 'delivery', days: count };
}

/** Whether nothing at all is said of when. */
export function isTimeless(draft: Draft): boolean {
  return !saysWhen(draft) && !draft.said.has('deposit');
}
