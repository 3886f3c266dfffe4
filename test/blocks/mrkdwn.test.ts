import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, linkTo, md, mention, unescapeText, visible } from '../../src/blocks/mrkdwn.ts';
import { type MrkdwnNode, parseMrkdwn } from '../../src/sandbox/page/text/mrkdwn.ts';

/** Without what has no width: as it is read. */
const asRead = (text: string): string => text.replaceAll('\u200B', '');

const wordsOf = (nodes: readonly MrkdwnNode[]): string =>
  nodes
    .map((node) => ('children' in node ? wordsOf(node.children) : 'text' in node ? node.text : `<${node.kind}>`))
    .join('');

const MARKED = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '>',
      '<!channel>',
      '<@U1>',
      'https://a.b/_c_',
      'word',
      ' ',
      '\n',
      '2',
      '(',
      '.',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('mrkdwn', () => {
  it.each(['<!channel>', '<@U012AB>', '<http://evil.example|unric.org>', '&lt;!here&gt;', '<!subteam^S1>', '<#C1|x>'])(
    'shows %s as it was typed, alive nowhere',
    (typed) => {
      const { text } = md`*${typed}*`;
      expect(text).not.toMatch(/[<>]/);
      expect(unescapeText(text)).toBe(`*${typed}*`);
    },
  );

  it('gives back any text after one decoding, and leaves no token in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const { text } = escapeText(typed);
        expect(text).not.toMatch(/[<>]/);
        expect(asRead(unescapeText(text))).toBe(asRead(visible(typed)));
      }),
    );
  });

  it.each(['*bold*', '_slanted_', '~struck~', '`code`', '```code```', '> quoted', 'a *b* _c_', '2 * 3 * 4', '(*x*)'])(
    'shows %s as it was typed',
    (typed) => {
      expect(parseMrkdwn(escapeText(typed).text).map(({ kind }) => kind)).toEqual(['text']);
    },
  );

  it('leaves marks between letters as they are', () => {
    expect(escapeText('snake_case, 2*3, https://example.org/a_b').text).toBe(
      'snake_case, 2*3, https://example.org/a_b',
    );
  });

  it('lets no text of a person format, mention or link, alone or within what the desk writes; what is read is what was typed', () => {
    fc.assert(
      fc.property(fc.oneof(MARKED, fc.string({ unit: 'grapheme' })), MARKED, (typed, more) => {
        const alone = parseMrkdwn(escapeText(typed).text);
        expect(alone.filter(({ kind }) => kind !== 'text')).toEqual([]);
        expect(asRead(wordsOf(alone))).toBe(asRead(visible(typed)));
        const within = parseMrkdwn(md`*Asked*\n${typed} · ${more} · \`/ccm help\``.text);
        expect(within.map(({ kind }) => kind)).toEqual(['bold', 'text', 'code']);
        expect(asRead(wordsOf(within))).toBe(asRead(`Asked\n${visible(typed)} · ${visible(more)} · /ccm help`));
      }),
      { numRuns: 500 },
    );
  });

  it('links only where the desk does, to what can be followed', () => {
    expect(linkTo('https://example.org/a_b_?c=1&d=_2_', '*open*')?.text).toBe(
      '<https://example.org/a_b_?c=1&amp;d=_2_|\u200B*\u200Bopen\u200B*\u200B>',
    );
    for (const url of [null, 'http://example.org', 'javascript:alert(1)', 'https://a b', 'https://a>b|c'])
      expect(linkTo(url, 'open')).toBeNull();
  });

  it('puts mrkdwn of the code in as it is, and text of a person escaped, once', () => {
    expect(md`${md`*bold*`} ${'a & b'}`.text).toBe('*bold* a &amp; b');
  });

  it('takes away what would reorder or hide the words around a name', () => {
    expect(md`${'abc\u202Edef\u0007'}`.text).toBe('abcdef');
    expect(md`${'عربي 😀'}`.text).toBe('عربي 😀');
  });

  it('mentions only what is a Slack id', () => {
    expect(mention('U012AB').text).toBe('<@U012AB>');
    expect(mention('U1> <!channel').text).toBe('U1&gt; &lt;!channel');
  });
});
