// What somebody does in the workbench, by keyboard.
import { patience } from './workbench.mjs';

export class Person {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
  }

  async press(...keys) {
    for (const key of keys) await this.keyboard.press(key);
  }

  /** Runs a command that the palette finds by its title. */
  async command(title) {
    await this.press('F1');
    await this.choose(title);
  }

  async openFile(name) {
    await this.press('Control+p');
    await this.choose(name);
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: patience });
    await this.inEditor();
  }

  /** To the editor in the first column. VS Code may be busy with what had the keyboard; a person tries again. */
  async toEditor() {
    for (let tries = 1; ; tries++) {
      await this.press('Control+1');
      const arrived = this.inEditor(patience / 4);
      if (tries === 4) return arrived;
      if (await arrived.then(() => true).catch(() => false)) return undefined;
    }
  }

  async goToLine(place) {
    await this.press('Control+g');
    await this.#input();
    await this.keyboard.insertText(String(place));
    await this.press('Enter');
    await this.inEditor();
  }

  async openPreviewToSide() {
    const icon = this.page.locator('.editor-actions a[aria-label*="Open Preview to the Side"]');
    await icon.first().waitFor({ timeout: patience });
    await this.press('Control+k', 'v');
  }

  /** Waits until the cursor of the editor is on a line. */
  cursorIsAt(line) {
    const status = this.page.locator('[id="status.editor.selection"]', { hasText: new RegExp(`^Ln ${line},`) });
    return status.waitFor({ timeout: patience });
  }

  /** Waits until the editor shows a line. */
  seesLine(line) {
    const numbers = this.page.locator('.editor-instance .line-numbers');
    return numbers.getByText(String(line), { exact: true }).first().waitFor({ timeout: patience });
  }

  /** Waits until there is a tab, by how its name begins. */
  seesTab(name) {
    const label = this.page.locator('.tab .label-name').filter({ hasText: name });
    return label.first().waitFor({ timeout: patience });
  }

  /** Chooses what a list finds by some words. */
  async choose(words) {
    await this.#input();
    await this.keyboard.insertText(words);
    const chosen = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words });
    await chosen.first().waitFor({ timeout: patience });
    await this.press('Enter');
  }

  fileInExplorer(name) {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }

  /** Chooses from the menu of something. */
  async chooseInMenu(thing, words) {
    const entry = (more) => this.page.locator(`.monaco-menu .action-item${more}`, { hasText: words }).first();
    // Where the mouse rests, what is said of the row there may lie over the next.
    await this.page.mouse.move(0, 0);
    await thing.click({ button: 'right' });
    // A menu that has just opened takes no click yet, but a key.
    await entry('').hover();
    await entry('.focused').waitFor();
    await this.press('Enter');
  }

  #input() {
    return this.page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
  }

  /** Waits until an editor has the keyboard. */
  inEditor(limit = patience) {
    return this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: limit });
  }
}
