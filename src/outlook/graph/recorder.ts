import { appendFile } from 'node:fs/promises';

interface Exchange {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  answer: { status: number; headers: Readonly<Record<string, string>>; text: string };
}

export type Recorder = (exchange: Exchange) => Promise<void>;

export const recordNothing: Recorder = async () => undefined;

const asData = (text: string | null): unknown => {
  try {
    return text === null || text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
};

/** Writes each exchange as one line of JSON to the end of a file; the token is never written. */
export const recordTo =
  (file: string): Recorder =>
  async ({ method, url, headers, body, answer }) => {
    const kept = Object.entries(headers).map(([name, value]) => [
      name,
      name.toLowerCase() === 'authorization' ? 'Bearer redacted' : value,
    ]);
    const response = { status: answer.status, headers: answer.headers, body: asData(answer.text) };
    const line = { method, url, headers: Object.fromEntries(kept), body: asData(body), response };
    await appendFile(file, `${JSON.stringify(line)}\n`);
  };
