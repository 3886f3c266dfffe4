import { FONT_FAMILY, fontFiles, measureByFont } from './font.ts';
import { layoutOf, WIDTH } from './layout.ts';
import { optionOf } from './paint.ts';
import type { Timeline } from './timeline.ts';

/** The SVG of a timeline. The package that draws is loaded with the first picture. */
export async function timelineSvg(timeline: Timeline): Promise<string> {
  const [core, { CustomChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([CustomChart, GridComponent, SVGRenderer]);
  const measure = measureByFont();
  const layout = layoutOf(timeline, measure);
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: layout.height });
  chart.setOption(optionOf(layout, measure));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** `svg` as a PNG at twice its size, with our own font and no other, in a thread of its own. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      fontFiles: Object.values(fontFiles()),
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  });
  return drawn.asPng();
}
