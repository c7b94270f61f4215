const dayMs = 86_400_000;

/** Dates of the demo account, counted from the day it is set up. */
export type DemoCalendar = {
  /** `YYYY-MM-DD`. */
  readonly date: (daysFromToday: number) => string;
  /** Noon UTC: the same calendar day in every time zone the account may be in. */
  readonly instant: (daysFromToday: number) => string;
};

/**
 * @param today - ISO date in the account's time zone
 */
export function createDemoCalendar(today: string): DemoCalendar {
  const start = Date.parse(`${today}T12:00:00.000Z`);
  const instant = (days: number) => new Date(start + days * dayMs).toISOString();
  return { instant, date: (days) => instant(days).slice(0, 10) };
}
