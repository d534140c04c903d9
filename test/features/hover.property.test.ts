/** What holds of a hover, wherever it is asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MarkupContent, Position } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/languageService.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { anyString, damagedExample, indicatorsText, languageText } from '../syntax/texts.ts';
import { EXAMPLE, environment } from './marks.ts';

const directive = fc
  .tuple(
    fc.constantFrom(
      '// jxmb-disable',
      '//jxmb-disable-next-line',
      '／／ jxmb-enable',
      '// jxmb-disable-file',
      '// jxmb-',
    ),
    fc.constantFrom('', ' ', ' total-mismatch', ' total-mismatch，money-unit', ' no-rule'),
    fc.constantFrom('', ':', ': 理由', '：'),
  )
  .map((parts) => `${parts.join('')}\n`);

const text = fc.oneof(
  languageText,
  indicatorsText,
  damagedExample,
  anyString,
  fc.tuple(directive, languageText, directive).map((parts) => parts.join('')),
  fc.constant(EXAMPLE),
);

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);

test('at every place of any text: nothing, or something to read about what stands there', () =>
  fc.assert(
    fc.asyncProperty(text, fc.constantFrom('zh', 'en'), fc.boolean(), async (whole, language, isPlain) => {
      const client = { ...environment.client, vscode: !isPlain, markdownHovers: !isPlain };
      const given = { ...environment, language, client, workspace: new Workspace() } as const;
      const service = createLanguageService(given);
      const document = service.open('file:///a.jxmb', 'jxmb', 0, whole);
      for (let at = 0; at <= whole.length; at++) {
        const position = document.positionAt(at);
        const hover = await service.hover(document, position);
        if (!hover) continue;
        const { kind, value } = hover.contents as MarkupContent;
        assert.equal(kind, isPlain ? 'plaintext' : 'markdown');
        assert.notEqual(value.trim(), '');
        assert.doesNotMatch(value, /undefined|\{\w+\}/);
        assert.ok(hover.range);
        assert.ok(isBefore(hover.range.start, position) && isBefore(position, hover.range.end), JSON.stringify(hover));
      }
    }),
    { numRuns: 60 },
  ));
