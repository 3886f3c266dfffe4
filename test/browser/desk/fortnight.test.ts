import { anyWindow } from './any-window.ts';
import { deskScene } from './desk-scene.ts';
import { firstDay } from './first-day.ts';
import { theWeek } from './the-week.ts';
import { toTheEnd } from './to-the-end.ts';

// One start of the whole desk, walked through in the order in which the days go by.
const scene = deskScene('2019-11-18T08:00:00+01:00');
firstDay(scene);
anyWindow(scene);
theWeek(scene);
toTheEnd(scene);
