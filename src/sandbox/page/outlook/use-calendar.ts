import { useEffect, useState } from 'preact/hooks';
import type { SeenCalendar } from '../../outlook-protocol.ts';
import { calendarOf } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';
import { dayAfter } from './week.ts';

/** What stands in Outlook in the week of a Monday, asked for anew with every change of the workspace; null until it is known. */
export function useCalendar(monday: string): SeenCalendar | null {
  const { world } = useSeen();
  const [calendar, setCalendar] = useState<SeenCalendar | null>(null);
  useEffect(() => {
    let current = true;
    void calendarOf(monday, dayAfter(monday, 7)).then((seen) => {
      if (current && seen !== null) setCalendar(seen);
    });
    return () => {
      current = false;
    };
  }, [monday, world.revision]);
  return calendar;
}
