import type { Page } from 'playwright-core';

/** A rep without a mouse: what has the focus is found with the Tab key, as its role and name say it, and used with the keyboard. */
export function keyboardOn(page: Page) {
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  /** Tabs on until something with this name has the focus. */
  const tabTo = async (name: string | RegExp) => {
    const isName = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
    for (let presses = 0; presses < 200; presses += 1) {
      if (isName(await focusedName(page))) return;
      await press('Tab');
    }
    throw new Error(`Tab never came to ${String(name)}`);
  };
  const activate = async (name: string | RegExp) => {
    await tabTo(name);
    await press('Enter');
  };
  return {
    press,
    tabTo,
    activate,
    /** Takes a step of the strip that is in its menu. */
    takeStep: async (name: string) => {
      await activate('More');
      await page.locator('[role=menuitem]:focus').waitFor();
      const size = await page.getByRole('menuitem').count();
      for (let presses = 0; presses <= size && (await focusedName(page)) !== name; presses += 1)
        await press('ArrowDown');
      await press('Enter');
    },
    /** Opens a list and goes down it until the option is marked. How many presses that takes depends on what the list marks as it opens. */
    pick: async (field: string, option: string) => {
      await activate(field);
      const options = page.getByRole('option', { name: option });
      await options.waitFor();
      const size = await page.getByRole('option').count();
      const isMarked = () => options.evaluate((shown) => shown.hasAttribute('data-combobox-selected'));
      for (let presses = 0; presses <= size && !(await isMarked()); presses += 1) await press('ArrowDown');
      await press('Enter');
      await options.waitFor({ state: 'hidden' });
    },
    /** Chooses among radio buttons: from the chosen one, so many to the right; below 0 to the left. */
    choose: async (question: string, steps: number) => {
      await tabTo(question);
      await press(steps < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(steps));
    },
    type: async (name: string, text: string) => {
      await tabTo(name);
      await press('Control+a');
      await page.keyboard.type(text);
      await press('Enter');
    },
  };
}

/** How the element with the focus is called: its label, else its text; radio buttons by their question. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const labelled = focused.closest('[role=radiogroup]') ?? focused;
    const texts = (labelled.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const label = texts.join(' ').trim() || (labelled.getAttribute('aria-label') ?? '');
    const isField = labelled instanceof HTMLInputElement || labelled instanceof HTMLTextAreaElement;
    return (label || (isField ? labelled.labels?.[0]?.textContent : labelled.textContent) || '').trim();
  });
}
