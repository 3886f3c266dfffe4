import { z } from 'zod';
import { Prisma } from './generated/client.ts';

const json = z.json();

/** Plain data as a JSON column takes it: what JSON cannot hold is left out. */
export const asJson = (value: object) => json.parse(JSON.parse(JSON.stringify(value))) ?? {};

/** The same for a column that may be empty. */
export const asJsonOrNull = (value: object | null) => (value === null ? Prisma.DbNull : asJson(value));
