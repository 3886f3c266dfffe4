import type { Machine } from '../machine.ts';
import type { Part } from '../validate/part.ts';
import { textArg } from './method.ts';

/** So many calls at once, and so many more each second. */
interface Rate {
  burst: number;
  perSecond: number;
}

export type RatesByMethod = Readonly<Record<string, Rate>>;

const tier = (perMinute: number): Rate => ({ burst: perMinute, perSecond: perMinute / 60 });

/** Slack's tiers, with a whole minute's calls allowed at once; posting is counted for each channel. */
export const GENTLE_RATES: RatesByMethod = {
  'chat.postMessage': { burst: 30, perSecond: 1 },
  'chat.postEphemeral': tier(100),
  'chat.update': tier(50),
  'chat.delete': tier(50),
  'views.open': tier(100),
  'views.push': tier(100),
  'views.update': tier(100),
  'views.publish': tier(100),
  'conversations.open': tier(50),
  'conversations.info': tier(50),
  'conversations.members': tier(100),
  'conversations.list': tier(20),
  'conversations.history': tier(50),
  'conversations.replies': tier(50),
  'files.getUploadURLExternal': tier(100),
  'files.completeUploadExternal': tier(100),
  'files.info': tier(100),
  'users.info': tier(100),
  'users.list': tier(20),
  'users.lookupByEmail': tier(50),
};

/** Counts calls by the machine's time. */
export interface Rates {
  /** Seconds to wait before calling again; 0 when the call may go on. */
  wait(method: string, args: Part): number;
}

export function ratesOf(machine: Machine, rates: RatesByMethod): Rates {
  const left = new Map<string, { calls: number; at: number }>();
  return {
    wait(method, args) {
      const rate = rates[method];
      if (rate === undefined) return 0;
      const lane = method === 'chat.postMessage' ? `${method} ${textArg(args, 'channel') ?? ''}` : method;
      const now = machine.now();
      const known = left.get(lane) ?? { calls: rate.burst, at: now };
      const calls = Math.min(rate.burst, known.calls + ((now - known.at) / 1_000) * rate.perSecond);
      if (calls >= 1) {
        left.set(lane, { calls: calls - 1, at: now });
        return 0;
      }
      left.set(lane, { calls, at: now });
      return Math.max(1, Math.ceil((1 - calls) / rate.perSecond));
    },
  };
}
