import { env, Uri, type Webview } from 'vscode';
import { html } from '../../../server/src/render/html.ts';
import type { PageState } from './messages.ts';
import { nameOf } from './tables.ts';

/** Where the page's script and style are, seen from the extension's folder. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page before anything is shown: its script and style, and what it is to begin with. Nothing else may be loaded. */
export function webviewHtml(webview: Webview, extension: Uri, state: PageState): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => String(webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${webview.cspSource}`,
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${nameOf(Uri.parse(state.uri))}</title>
<link rel="stylesheet" nonce="${nonce}" href="${file('preview.css')}">
</head>
<body data-state="${JSON.stringify(state)}">
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>
`.markup;
}
