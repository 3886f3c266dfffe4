import { type Measure, measureByFont } from '../../src/pictures/font.ts';

/** A text of a drawing with the room that it takes. */
export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  fill: string;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

let measure: Measure | null = null;

/** Every text of an SVG as echarts writes it, with its box. */
export function textsIn(svg: string): readonly DrawnText[] {
  measure ??= measureByFont();
  const widthOf = measure;
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', content = '']) => {
    const text = decoded(content);
    const style = attribute(tag, 'style');
    const size = Number(/([\d.]+)px/.exec(style)?.[1]);
    const weight = /600/.test(style) ? 600 : 400;
    const [, dx = '0', dy = '0'] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(attribute(tag, 'transform')) ?? [];
    const width = widthOf(text, size, weight);
    const anchor = attribute(tag, 'text-anchor');
    const at = Number(attribute(tag, 'x') || 0) + Number(dx);
    const left = anchor === 'middle' ? at - width / 2 : anchor === 'end' ? at - width : at;
    const y = Number(attribute(tag, 'y') || 0) + Number(dy);
    // Letters reach about half their size above and below their middle.
    return { text, left, right: left + width, top: y - size / 2, bottom: y + size / 2, fill: attribute(tag, 'fill') };
  });
}

/** The pairs of texts whose boxes meet. */
export function overlapsIn(texts: readonly DrawnText[]): readonly string[] {
  return texts.flatMap((a, at) =>
    texts
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** The height and width that an SVG says of itself. */
export const sizeOf = (svg: string): { width: number; height: number } => ({
  width: Number(attribute(svg, 'width')),
  height: Number(attribute(svg, 'height')),
});
