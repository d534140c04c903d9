// The table of somebody who means harm: it would show if any of this were taken for markup.

const NAUGHTY = {
  script: '<script>document.body.dataset.harmed = "script"</script>',
  image: '"><img src="https://hostile.example/x.png" onerror="document.body.dataset.harmed = 1">',
  style: '</style></table><iframe src="https://hostile.example/frame"></iframe>',
  attribute: "' onmouseover='alert(1)",
  address: 'javascript:alert(1)',
  entity: '&lt;b&gt;&#39;',
};

/** The name of its file. */
export const HOSTILE_NAME = '"><img src=x onerror=alert(1)>.jxmb';

/** What every view of it shows. */
export const HOSTILE_PROJECT = NAUGHTY.image;

export const HOSTILE_TEXT = `${NAUGHTY.script}目标表
部门名称: ${NAUGHTY.image}
年度: 2025
单位: ${NAUGHTY.address}

资金使用单位: ${NAUGHTY.style}
总计: ${NAUGHTY.image}

// ${NAUGHTY.script}
项目名称: ${NAUGHTY.image}
总计: 1.00
财政拨款: ${NAUGHTY.attribute}
绩效目标: ${Object.values(NAUGHTY).join(' ')}
绩效指标:
  1、1-产出指标; 11-${NAUGHTY.entity}; ${NAUGHTY.script}; 实施周期指标值:${NAUGHTY.address}; 年度指标值:${NAUGHTY.attribute}。

包含: ${NAUGHTY.style}.jxmb
`;

/** Listens for what only harm brings about: dialogs, and requests of what the table names. Gives the list of them. */
export function listenForHarm(page) {
  const harm = [];
  page.on('dialog', (dialog) => {
    // VS Code asks before it is left.
    if (dialog.type() !== 'beforeunload') harm.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  page.on('request', (request) => {
    if (request.url().includes('hostile.example')) harm.push(`request: ${request.url()}`);
  });
  return harm;
}

/** The elements of a page that only its table can have brought in. */
export function harmIn(preview) {
  return preview.locator('body').evaluate((body) => {
    const brought =
      'script:not([nonce]):not(#_vscodeApiScript), img, iframe, base, link[href*="hostile"], [onerror], [onmouseover], [href^="javascript"]';
    const elements = [...document.querySelectorAll(brought)].map((element) => element.outerHTML);
    return body.dataset.harmed === undefined ? elements : [...elements, body.dataset.harmed];
  });
}
