import { Text, ToggleGroup } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { fillPromoRetailer, openTab } from './card.tsx';

/** A prop that is a new object each time, though equal, is sent to the page and drawn there. */
describe('a choice', () => {
  it('leaves the choices of every question the same objects', async () => {
    const { card } = await openTab();
    const options = () => card.renderer.findAll(ToggleGroup).map(({ props }) => props.options);
    const before = options();
    await fillPromoRetailer(card);
    expect(before.length).toBeGreaterThan(4);
    for (const [index, same] of options().entries()) expect(same).toBe(before[index]);
  });

  it('leaves formats of text the same objects', async () => {
    const { card } = await openTab();
    await fillPromoRetailer(card);
    const formats = card.renderer.findAll(Text).flatMap(({ props }) => props.format ?? []);
    expect(formats.length).toBeGreaterThan(4);
    expect(new Set(formats).size).toBe(new Set(formats.map((format) => JSON.stringify(format))).size);
  });
});
