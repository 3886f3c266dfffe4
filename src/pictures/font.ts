import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 400 | 600;

const { resolve } = createRequire(import.meta.url);
const FOLDER = '@expo-google-fonts/noto-sans';

export const FONT_FAMILY = 'Noto Sans';

/** Where the font lies, so that every machine draws the same letters. */
export const fontFiles = (): Readonly<Record<Weight, string>> => ({
  400: resolve(`${FOLDER}/400Regular/NotoSans_400Regular.ttf`),
  600: resolve(`${FOLDER}/600SemiBold/NotoSans_600SemiBold.ttf`),
});

/** How wide a text is, in pixels. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** Reads the widths of letters from the font itself (tables cmap and hmtx), without kerning. */
export function measureByFont(): Measure {
  const files = fontFiles();
  const faces = { 400: faceOf(readFileSync(files[400])), 600: faceOf(readFileSync(files[600])) };
  return (text, size, weight) => {
    const { advance, unitsPerEm } = faces[weight];
    let units = 0;
    for (const letter of text) units += advance(letter.codePointAt(0) ?? 0);
    return (units * size) / unitsPerEm;
  };
}

interface Face {
  unitsPerEm: number;
  advance(codePoint: number): number;
}

function faceOf(bytes: Buffer): Face {
  const tables = new Map<string, number>();
  const count = bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}.`);
    return at;
  };
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const glyphOf = glyphsIn(bytes, table('cmap'));
  const hmtx = table('hmtx');
  return {
    unitsPerEm,
    advance: (codePoint) => bytes.readUInt16BE(hmtx + 4 * Math.min(glyphOf(codePoint), metrics - 1)),
  };
}

/** The glyph of a letter, by the font's table of segments (format 4); 0, the empty box, for one it does not have. */
function glyphsIn(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const count = bytes.readUInt16BE(cmap + 2);
  const starts = Array.from({ length: count }, (_, at) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * at));
  const segments = starts.find((at) => bytes.readUInt16BE(at) === 4);
  if (segments === undefined) throw new Error('The font has no table of segments.');
  const twice = bytes.readUInt16BE(segments + 6);
  const ends = segments + 14;
  const firsts = ends + twice + 2;
  return (codePoint) => {
    for (let at = 0; at < twice; at += 2) {
      if (codePoint > bytes.readUInt16BE(ends + at)) continue;
      const first = bytes.readUInt16BE(firsts + at);
      if (codePoint < first) return 0;
      const delta = bytes.readUInt16BE(firsts + twice + at);
      const offsetAt = firsts + 2 * twice + at;
      const offset = bytes.readUInt16BE(offsetAt);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(offsetAt + offset + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
