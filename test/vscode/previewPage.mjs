// The pages of previews in the workbench: finding them, and what a person sees of them.
import { patience } from './workbench.mjs';

/** The page in a preview that is in sight; `uri` is how the address of its table ends. Waits until it has rows. */
export async function shownPage(page, ending) {
  const frames = page.locator('.webview-overlay-content[style*="visibility: visible"] iframe.webview.ready');
  const deadline = Date.now() + patience;
  for (;;) {
    for (let i = 0, count = await frames.count(); i < count; i++) {
      const inner = frames.nth(i).contentFrame().locator('#active-frame').contentFrame();
      const state = await inner
        .locator('body[data-state]')
        .getAttribute('data-state', { timeout: 1000 })
        .catch(() => null);
      if (!state || !decodeURIComponent(JSON.parse(state).uri).endsWith(ending)) continue;
      await inner.locator('tbody[data-row]').first().waitFor({ timeout: patience });
      return inner;
    }
    if (Date.now() > deadline) throw new Error(`no preview of ${ending} is in sight`);
  }
}

/** The row of a unit or project. */
export function rowOf(preview, name) {
  return preview.locator('tbody[data-row]', { has: preview.locator('th.name').getByText(name, { exact: true }) });
}

/** Waits until something stays where it is: for so many frames, since what would move it may still be on its way. */
export function atRest(locator) {
  return locator.first().evaluate(
    (element, frames) =>
      new Promise((resolve) => {
        let last;
        let same = 0;
        const look = () => {
          const { top } = element.getBoundingClientRect();
          same = top === last ? same + 1 : 0;
          last = top;
          if (same === frames) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    30,
  );
}

/** Waits until a page is as wanted; `test` runs in the page, given its body. Playwright's own way is forbidden by the page's policy. */
export async function pageIs(preview, test, argument, limit = patience) {
  const body = preview.locator('body');
  const deadline = Date.now() + limit;
  while (!(await body.evaluate(test, argument))) {
    if (Date.now() > deadline) throw new Error(`the page did not become as wanted: ${test}`);
    await body.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Gives the keyboard to the preview in the second column. VS Code may be busy with the editor; a person tries again. */
export async function toPreview(person, preview) {
  for (let tries = 1; ; tries++) {
    await person.press('Control+2');
    const arrived = pageIs(preview, () => document.hasFocus(), undefined, patience / 4);
    if (tries === 4) return arrived;
    if (await arrived.then(() => true).catch(() => false)) return undefined;
  }
}
