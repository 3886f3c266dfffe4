import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, md, mention, unescapeText, visible } from '../../src/blocks/mrkdwn.ts';

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
        expect(unescapeText(text)).toBe(visible(typed));
      }),
    );
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
