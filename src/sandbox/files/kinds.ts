import { extname } from 'node:path';

interface Kind {
  /** Slack's name of it, as people read it. */
  pretty: string;
  mime: string;
  /** Shown in the message itself. */
  picture: boolean;
}

const kind = (pretty: string, mime: string, picture = false): Kind => ({ pretty, mime, picture });

const KINDS: Readonly<Record<string, Kind>> = {
  png: kind('PNG', 'image/png', true),
  jpg: kind('JPEG', 'image/jpeg', true),
  jpeg: kind('JPEG', 'image/jpeg', true),
  gif: kind('GIF', 'image/gif', true),
  webp: kind('WebP', 'image/webp', true),
  svg: kind('SVG', 'image/svg+xml'),
  pdf: kind('PDF', 'application/pdf'),
  csv: kind('CSV', 'text/csv'),
  txt: kind('Plain Text', 'text/plain'),
  md: kind('Markdown', 'text/markdown'),
  ics: kind('Calendar', 'text/calendar'),
  json: kind('JSON', 'application/json'),
  docx: kind('Word Document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xlsx: kind('Excel Spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  zip: kind('Zip', 'application/zip'),
};

const BINARY = kind('Binary', 'application/octet-stream');

/** `csv` of `needs-2018.CSV`; Slack's own word for files without a known ending. */
export const fileTypeOf = (name: string): string => {
  const ending = extname(name).slice(1).toLowerCase();
  return Object.hasOwn(KINDS, ending) ? ending : 'binary';
};

/** What a file is, by its name alone, as Slack takes it. */
export const kindOf = (name: string): Kind => KINDS[fileTypeOf(name)] ?? BINARY;
