import * as z from 'zod/mini';
import { dayNumber } from './civil-day.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const yearsAhead = 5;

/** How far a place's clocks are ahead of UTC, from January of the year before it was written to the end of five years. */
export const clockSchema = z.object({
  /** Epoch milliseconds: nothing is known from here on. */
  untilMs: z.number(),
  /** In order; each offset, in minutes, holds from its instant to the next one's. */
  offsets: z.array(z.object({ fromMs: z.number(), minutes: z.number() })),
});
export type Clock = z.infer<typeof clockSchema>;

/** A place by its IANA zone, e.g. `Europe/Berlin`; with a clock, its dates need no time zones of the platform, which take a process 12 ms to load. */
export type Place = { readonly timeZone: string; readonly clock?: Clock | undefined };

/**
 * The clock of a zone, worked out by the platform's time zones.
 *
 * @param timeZone - IANA zone
 * @param year - the year it is written in
 * @throws {RangeError} for a zone the platform does not know
 */
export function clockOf(timeZone: string, year: number): Clock {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const minutesAt = (epochMs: number): number => {
    const part = Object.fromEntries(wall.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
    return (dayNumber(year, month, day) * dayMs - epochMs) / minuteMs + hour * 60 + minute;
  };
  const [startMs, untilMs] = [dayNumber(year - 1, 1, 1) * dayMs, dayNumber(year + yearsAhead, 1, 1) * dayMs];
  let last = { fromMs: startMs, minutes: minutesAt(startMs) };
  const offsets = [last];
  for (let dayStartMs = startMs; dayStartMs < untilMs; dayStartMs += dayMs) {
    const [before, after] = [last.minutes, minutesAt(dayStartMs + dayMs)];
    if (before === after) continue;
    last = { fromMs: firstMinute(dayStartMs, (epochMs) => minutesAt(epochMs) !== before), minutes: after };
    offsets.push(last);
  }
  return { untilMs, offsets };
}

/** The first minute of a day at which something is so that stays so. */
function firstMinute(dayStartMs: number, isSo: (epochMs: number) => boolean): number {
  let [before, after] = [0, dayMs / minuteMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isSo(dayStartMs + middle * minuteMs)) after = middle;
    else before = middle;
  }
  return dayStartMs + after * minuteMs;
}

/**
 * Minutes a clock is ahead of UTC.
 *
 * @param epochMs - instant
 * @returns null for an instant the clock knows nothing of
 */
export function minutesAhead({ untilMs, offsets }: Clock, epochMs: number): number | null {
  return epochMs < untilMs ? (offsets.findLast(({ fromMs }) => fromMs <= epochMs)?.minutes ?? null) : null;
}
