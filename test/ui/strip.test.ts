import { describe, expect, it } from 'vitest';
import { onDay, sinceDay } from '../../extensions/ui/deal-card/strip/said.ts';
import { isShortHeadline, stripLines } from '../../extensions/ui/deal-card/strip/strip-lines.ts';
import { stepLabels } from '../../extensions/ui/deal-card/strip/steps.ts';

const offer = 'Ask for payment on delivery and offer delivery 21 days sooner.';
const limit = 'Below €57,000 ask Grace Whitfield.';

/** Headline and details of what the strip says at most and at least. */
const texts: readonly (readonly [headline: string, details: readonly string[]])[] = [
  ['Leave the terms as they are.', ['']],
  ['Ask: “If it came 3 weeks earlier, what would that be worth to you?”', ['Nobody has asked this customer yet.', '']],
  [offer, ['€58,800 instead of €60,000 (2% off)', 'Not confirmed by operations.', limit]],
  [
    'Ask for payment 30 days before delivery and offer delivery 21 days sooner.',
    ['€54,900 instead of €60,000 (8.5% off)', 'Open at €56,400, not past €52,500.', limit],
  ],
  [`They wanted more today. ${offer}`, ['€57,600 instead of €60,000 (4% off)', limit]],
  [
    'Ask for payment 30 days before delivery and quarterly forecasts and offer delivery 21 days sooner.',
    ['€54,900 instead of €60,000 (8.5% off)', limit],
  ],
  [
    'Ask: “If we took 0.5% off and delivered 21 days sooner, would you pay 30 days before delivery and share quarterly forecasts?”',
    ['€59,700 instead of €60,000'],
  ],
  [
    'Ask: “If we took 4% off and delivered 21 days sooner, would you pay on delivery and send us a forecast every quarter?”',
    ['€57,600 instead of €60,000 (4% off)', 'Worth asking: about €440 to us.'],
  ],
];

describe('the strip', () => {
  it.each([
    ['2026-11-25', 'today', ''],
    ['2026-11-24', 'on Tuesday', ' since Tuesday'],
    ['2026-11-19', 'on Thursday', ' since Thursday'],
    ['2026-11-18', 'on 18 Nov 2026', ' since 18 Nov 2026'],
  ])('says of %s that it was %s', (date, on, since) => {
    const basis = { today: '2026-11-25', reader: { locale: 'en-GB', currency: 'EUR' } };
    expect([onDay(date, basis), sinceDay(date, basis)]).toEqual([on, since]);
  });

  it('is six lines high, whatever it says', () => {
    for (const [headline, details] of texts) {
      const lines = stripLines(headline, details);
      expect(lines.headline.length + lines.gap + lines.details.length + lines.spare).toBe(6);
    }
  });

  it('shows the whole of what it says, in lines that fit a telephone', () => {
    for (const [headline, details] of texts) {
      const lines = stripLines(headline, details);
      for (const line of lines.headline) expect(line.length).toBeLessThanOrEqual(33);
      for (const line of lines.details) expect(line.length).toBeLessThanOrEqual(38);
    }
  });

  it('leaves a short headline’s room to the details', () => {
    expect(stripLines('Agreed.', ['one', 'two', 'three', 'four', 'five'])).toEqual({
      headline: ['Agreed.'],
      gap: 0,
      details: ['one', 'two', 'three', 'four', 'five'],
      spare: 0,
    });
  });

  it('knows a headline that leaves no room for the price and the limit', () => {
    expect(isShortHeadline(`They wanted more today. ${offer}`)).toBe(true);
    expect(
      isShortHeadline(
        'They refused the price today. Ask for payment 30 days before delivery and quarterly forecasts and offer delivery 21 days sooner.',
      ),
    ).toBe(false);
  });

  it('sets a short text in two paragraphs, the rest of its height below', () => {
    expect(stripLines('Agreed.', ['one', 'two'])).toEqual({
      headline: ['Agreed.'],
      gap: 1,
      details: ['one', 'two'],
      spare: 2,
    });
  });

  it('keeps what does not fit in its last line, to point at', () => {
    const { details } = stripLines('Agreed.', ['one', 'two', 'three', 'four', 'five', 'six']);
    expect(details.at(-1)).toBe('five six');
  });

  it('has the answers to a question side by side, on one line of the sidebar', () => {
    const width = (labels: readonly string[]) => labels.join('').length;
    expect(width([stepLabels.trial_yes, stepLabels.trial_no, stepLabels.trial_in_words])).toBeLessThanOrEqual(14);
    expect(width([stepLabels.copy_question, stepLabels.name_figure])).toBeLessThanOrEqual(19);
    for (const label of Object.values(stepLabels)) expect(label.length).toBeLessThanOrEqual(25);
  });
});
