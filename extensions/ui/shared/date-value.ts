/** A date as HubSpot's `DateInput` takes it; `month` counts from 0. */
export type BaseDate = { readonly year: number; readonly month: number; readonly date: number };

/**
 * ISO date → `DateInput` value.
 *
 * @param isoDate - `YYYY-MM-DD`
 */
export function baseDateOf(isoDate: string): BaseDate {
  const [year = 0, month = 1, date = 1] = isoDate.split('-').map(Number);
  return { year, month: month - 1, date };
}

/**
 * `DateInput` value → ISO date.
 *
 * @param value - what `onChange` passed; a cleared input passes none, whatever its type says
 * @returns null for none
 */
export function isoDateOf(value: BaseDate | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(value.year, 4)}-${pad(value.month + 1, 2)}-${pad(value.date, 2)}`;
}
