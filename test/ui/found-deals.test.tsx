import { useEffect } from 'react';
import { Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it } from 'vitest';
import { useFoundDeals } from '../../extensions/ui/board/use-found-deals.ts';

/** Long enough for hundreds of drawings. */
const aMomentMs = 200;

describe('what the board knows of the deals it found', () => {
  it('is at rest once the list has told how many there are', async () => {
    let drawings = 0;
    function Board() {
      drawings += 1;
      const { total, onTotal } = useFoundDeals('open deals');
      // As the list does: told after each drawing, for `onTotal` is a new function each time.
      useEffect(() => {
        onTotal(28);
      }, [onTotal]);
      return <Text>{`${total ?? 'unknown'} deals`}</Text>;
    }
    const renderer = createRenderer('home');
    renderer.render(<Board />);
    await renderer.waitFor(() => {
      expect(renderer.find(Text).text).toBe('28 deals');
    });
    await new Promise((resolve) => setTimeout(resolve, aMomentMs));
    expect(drawings).toBeLessThan(5);
  });
});
