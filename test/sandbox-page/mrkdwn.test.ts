import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MrkdwnNode, parseMrkdwn } from '../../src/sandbox/page/text/mrkdwn.ts';

const kindsOf = (nodes: readonly MrkdwnNode[]): string[] =>
  nodes.flatMap((node) => ('children' in node ? [node.kind, ...kindsOf(node.children)] : [node.kind]));

const textOf = (nodes: readonly MrkdwnNode[]): string =>
  nodes.map((node) => ('children' in node ? textOf(node.children) : 'text' in node ? node.text : '')).join('');

const LIVE = ['user', 'channel', 'broadcast', 'date', 'link'];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('escaped text stays text', () => {
  test.each([
    ['&lt;!channel&gt;', '<!channel>'],
    ['&lt;@U1&gt;', '<@U1>'],
    ['&lt;#C1|desk&gt;', '<#C1|desk>'],
    ['&lt;http://evil.example|unric.org&gt;', '<http://evil.example|unric.org>'],
    ['&amp;lt;!here&amp;gt;', '&lt;!here&gt;'],
    ['*&lt;!channel&gt;*', '<!channel>'],
  ])('%s', (written, seen) => {
    const nodes = parseMrkdwn(written);
    expect(kindsOf(nodes).filter((kind) => LIVE.includes(kind))).toEqual([]);
    expect(textOf(nodes)).toBe(seen);
  });

  test('whatever is typed, once escaped, neither mentions nor links', () => {
    const piece = fc.constantFrom('<', '>', '&', '&lt;', '@U1', '!channel', '#C1', '|', '*', '_', '~', '`', '\n', 'a ');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (pieces) => {
        const kinds = kindsOf(parseMrkdwn(escaped(pieces.join(''))));
        expect(kinds.filter((kind) => LIVE.includes(kind))).toEqual([]);
      }),
    );
  });
});

describe('tokens', () => {
  test('people, channels and everyone', () => {
    expect(parseMrkdwn('<@U1> in <#C2|desk>, <!channel>')).toEqual([
      { kind: 'user', id: 'U1', label: null },
      { kind: 'text', text: ' in ' },
      { kind: 'channel', id: 'C2', label: 'desk' },
      { kind: 'text', text: ', ' },
      { kind: 'broadcast', label: '@channel' },
    ]);
  });

  test('a label is decoded after the token was read, so it holds no token of its own', () => {
    expect(parseMrkdwn('<https://unric.org|&lt;@U1&gt; &amp; more>')).toEqual([
      { kind: 'link', url: 'https://unric.org', label: '<@U1> & more' },
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', ' https://a.example'])(
    '%s is not followed',
    (address) => {
      expect(kindsOf(parseMrkdwn(`<${address}|click>`))).not.toContain('link');
    },
  );

  test('a date keeps its moment, format and fallback', () => {
    expect(parseMrkdwn('<!date^1574064000^{date_short} at {time}|18 Nov 2019, 08:00 UTC>')).toEqual([
      {
        kind: 'date',
        seconds: 1574064000,
        format: '{date_short} at {time}',
        url: null,
        fallback: '18 Nov 2019, 08:00 UTC',
      },
    ]);
  });
});

describe('styles', () => {
  test('nest, also around tokens', () => {
    expect(parseMrkdwn('*bold _and italic_ <@U1>*')).toEqual([
      {
        kind: 'bold',
        children: [
          { kind: 'text', text: 'bold ' },
          { kind: 'italic', children: [{ kind: 'text', text: 'and italic' }] },
          { kind: 'text', text: ' ' },
          { kind: 'user', id: 'U1', label: null },
        ],
      },
    ]);
  });

  test.each(['2*3*4', 'snake_case_name', '* not bold *', '*open', 'a * b * c', '**', '~ ~'])(
    '%s is left alone',
    (text) => {
      expect(parseMrkdwn(text)).toEqual([{ kind: 'text', text }]);
    },
  );

  test('a struck date beside its correction', () => {
    expect(kindsOf(parseMrkdwn('~1 April 2021~ → *1 May 2021*'))).toEqual(['strike', 'text', 'text', 'bold', 'text']);
  });

  test('code shows markup as it is written', () => {
    expect(parseMrkdwn('`*a* &lt;b&gt;`')).toEqual([{ kind: 'code', text: '*a* <b>' }]);
    expect(parseMrkdwn('```\none\n  two\n```')).toEqual([{ kind: 'pre', text: 'one\n  two' }]);
  });

  test('quoted lines become one quotation', () => {
    expect(parseMrkdwn('&gt; one\n&gt; *two*\nthree')).toEqual([
      {
        kind: 'quote',
        children: [
          { kind: 'text', text: 'one\n' },
          { kind: 'bold', children: [{ kind: 'text', text: 'two' }] },
        ],
      },
      { kind: 'text', text: 'three' },
    ]);
  });

  test('right-to-left text, emoji and accents come through unchanged', () => {
    const text = 'لبنان يطلب المساعدة 👩‍🦽 Côte d’Ivoire';
    expect(parseMrkdwn(`*${text}*`)).toEqual([{ kind: 'bold', children: [{ kind: 'text', text }] }]);
  });

  test('no letter of plain text is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const unmarked = text.replace(/[*_~`>]/g, '');
        expect(textOf(parseMrkdwn(escaped(unmarked)))).toBe(unmarked);
      }),
    );
  });
});
