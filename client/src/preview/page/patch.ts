import morphdom from 'morphdom';

/** What the page itself says about an element; the markup knows nothing of it. */
const OWN_ATTRIBUTES = ['tabindex', 'aria-current', 'aria-rowindex'];
/** The piece at the cursor. */
export const AT_CURSOR = 'at-cursor';

/**
 * Makes an element's content that of another, touching only what differs: selection, focus and what the page says about
 * elements stay.
 */
export function patchContent(shown: HTMLElement, wanted: HTMLElement): void {
  morphdom(shown, wanted, {
    childrenOnly: true,
    onBeforeElUpdated(from, to) {
      for (const name of OWN_ATTRIBUTES) {
        const value = from.getAttribute(name);
        if (value !== null) to.setAttribute(name, value);
      }
      if (from.classList.contains(AT_CURSOR)) to.classList.add(AT_CURSOR);
      return !from.isEqualNode(to);
    },
  });
}
