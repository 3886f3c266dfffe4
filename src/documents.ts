import type { Catalog } from './desk/catalog.ts';
import { VARIABLES } from './env-variables.ts';
import { CAPABILITIES } from './slack/capabilities.ts';
import { manifestOf } from './slack/manifest.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** A table whose columns are as wide as their widest cell, as the formatter leaves it. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [heads, ...rows].map((row) => row.map(cell));
  const widths = heads.map((_, at) => Math.max(3, ...cells.map((row) => [...(row[at] ?? '')].length)));
  const line = (row: readonly string[], fill: string): string =>
    `| ${widths.map((width, at) => `${row[at] ?? ''}${fill.repeat(width - [...(row[at] ?? '')].length)}`).join(' | ')} |`;
  const [head = [], ...others] = cells;
  return [line(head, ' '), line([], '-'), ...others.map((row) => line(row, ' '))].join('\n');
}

/** `.env.example`, variable by variable. */
export const envExample = (): string =>
  `${VARIABLES.map(({ name, about, where, example }) =>
    [`# ${about}`, ...(where === '-' ? [] : [`# Where: ${where}`]), `# ${name}=${example}`, ''].join('\n'),
  ).join('\n')}`;

/** The manifest as it is kept in manifests/socket-mode.json. */
export const manifestFile = (catalog: Catalog): string => `${JSON.stringify(manifestOf(catalog), null, 2)}\n`;

/** The parts of the README that are made from the code, by the name of their mark. */
export const readmeParts = (catalog: Catalog): Readonly<Record<string, string>> => ({
  commands: table(
    ['Type', 'What it does', 'Try'],
    catalog.commands.map(({ verb, usage, about, example }) => [
      `\`/ccm ${`${verb} ${usage}`.trim()}\``,
      about,
      `\`/ccm ${example}\``,
    ]),
  ),
  variables: table(
    ['Variable', 'What it is', 'Where to find it'],
    VARIABLES.map(({ name, about, where }) => [`\`${name}\``, about, where]),
  ),
  scopes: table(
    ['The desk does', 'Scopes', 'Events', 'Without it'],
    CAPABILITIES.map(({ does, scopes, events, without }) => [
      does,
      scopes.join(', '),
      events.join(', ') || '-',
      without ?? 'needed',
    ]),
  ),
});

/** `readme` with the text between `<!-- name -->` and `<!-- /name -->` made anew; throws when a mark is missing. */
export function withParts(readme: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const marked = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
    if (!marked.test(text)) throw new Error(`The README has no mark for "${name}".`);
    return text.replace(marked, () => `<!-- ${name} -->\n${part}\n<!-- /${name} -->`);
  }, readme);
}
