import { appendFileSync } from 'node:fs';

export async function load(url, context, next) {
  appendFileSync(process.env.NOTED, `loads ${url}\n`);
  return next(url, context);
}
