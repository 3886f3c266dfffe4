import type { Reader } from '../client.ts';

export type SettingKey = 'register_channel' | 'sandbox';

/** A setting of the desk, or null while none is chosen. */
export async function readSetting(db: Reader, key: SettingKey): Promise<string | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return row?.value ?? null;
}
