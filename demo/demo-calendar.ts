const dayMs = 86_400_000;

/** Dates of the demo account, counted from the day it is set up; fractions of days are hours. */
export type DemoCalendar = {
  /** `YYYY-MM-DD`. */
  readonly date: (daysFromToday: number) => string;
  /** Epoch milliseconds, counted from noon UTC: whole days are the same calendar day in every time zone the account may be in. */
  readonly instantMs: (daysFromToday: number) => number;
};

/**
 * @param today - ISO date in the account's time zone
 */
export function createDemoCalendar(today: string): DemoCalendar {
  const noonMs = Date.parse(`${today}T12:00:00.000Z`);
  const instantMs = (days: number) => noonMs + Math.round(days * dayMs);
  return { instantMs, date: (days) => new Date(instantMs(days)).toISOString().slice(0, 10) };
}
