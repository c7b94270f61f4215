import { addDays } from '@deal-terms/core/crm';
import { mondayOfWeek } from '@deal-terms/core/expedite';
import { count, dateFormat } from '@deal-terms/core/words';

/**
 * A week as people plan by it: "week 51, 14–20 Dec". Whatever is no ISO week is given back as it came: people may edit tickets.
 *
 * @param week - ISO week, such as `2026-W51`
 * @param locale - canonical
 */
export function weekInWords(week: string, locale: string): string {
  const monday = mondayOfWeek(week);
  if (monday === null) return week;
  const days = dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const at = (date: string) => new Date(`${date}T00:00:00Z`);
  return `week ${count(Number(week.slice(-2)), { locale })}, ${days.formatRange(at(monday), at(addDays(monday, 6)))}`;
}
