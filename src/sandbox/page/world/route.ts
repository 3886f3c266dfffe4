import { useEffect, useState } from 'preact/hooks';

/** Who is looking, where, and what stands open beside it. Null stands for what the sandbox offers first. */
export interface Route {
  as: string | null;
  /** A channel's id, or `home`. */
  place: string | null;
  /** The `ts` of the first message of the open thread. */
  thread: string | null;
  /** The `ts` of a message to show. */
  message: string | null;
  /** The step of the tour, from 1. */
  tour: number | null;
  /** Whether the pane for faults is open. */
  faults: boolean;
  /** A day of the week that Outlook shows, '' for the present one; null where Outlook is closed. */
  outlook: string | null;
}

const NOWHERE: Route = { as: null, place: null, thread: null, message: null, tour: null, faults: false, outlook: null };

const REMEMBERED = 'sandbox-address';

const stepIn = (text: string | null): number | null => (/^[1-9]$/.test(text ?? '') ? Number(text) : null);

const dayIn = (text: string | null): string | null => (text === null || /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');

/** "1574064000.000100" of the "p1574064000000100" in a permalink. */
const tsOf = (digits: string): string => `${digits.slice(0, -6)}.${digits.slice(-6)}`;

/** Reads `#/U0MNE/C0DESK?thread=1574064000.000100&tour=2&faults`, or a permalink, `/archives/C0DESK/p1574064000000100?thread_ts=…`. */
export function routeIn({ hash, pathname, search }: Pick<Location, 'hash' | 'pathname' | 'search'>): Route {
  const [, as = '', place = '', query = ''] = /^#\/([\w-]*)\/?([\w-]*)(?:\?(.*))?$/.exec(hash) ?? [];
  const asked = new URLSearchParams(query);
  const beside = { tour: stepIn(asked.get('tour')), faults: asked.has('faults'), outlook: dayIn(asked.get('outlook')) };
  const [, linked, digits] = /^\/archives\/(\w+)(?:\/p(\d{7,}))?/.exec(pathname) ?? [];
  if (place === '' && linked !== undefined) {
    const thread = new URLSearchParams(search).get('thread_ts');
    return { ...NOWHERE, ...beside, as: as || null, place: linked, thread, message: digits ? tsOf(digits) : null };
  }
  const { thread, message } = { thread: asked.get('thread'), message: asked.get('message') };
  return { as: as || null, place: place || null, thread, message, ...beside };
}

/** The address of a scene; it leads there from anywhere. */
export function hashOf({ as, place, thread, message, tour, faults, outlook }: Route): string {
  const parts = [
    thread === null ? '' : `thread=${thread}`,
    message === null ? '' : `message=${message}`,
    tour === null ? '' : `tour=${tour}`,
    faults ? 'faults' : '',
    outlook === null ? '' : outlook === '' ? 'outlook' : `outlook=${outlook}`,
  ].filter((part) => part !== '');
  return `#/${as ?? ''}/${place ?? ''}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** Where one was when the page was last open, for an address that names no place. */
const begin = (): Route => {
  const route = routeIn(location);
  const remembered = localStorage.getItem(REMEMBERED);
  return route.as === null && route.place === null && location.hash === '' && remembered !== null
    ? routeIn({ hash: remembered, pathname: '/', search: '' })
    : route;
};

/** The address holds where one is: links lead there, and the browser's own back button works. */
export function useRoute(): [Route, (route: Partial<Route>) => void] {
  const [route, setRoute] = useState(begin);
  useEffect(() => {
    const follow = () => {
      setRoute(routeIn(location));
      localStorage.setItem(REMEMBERED, location.hash);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    route,
    (next) => {
      location.hash = hashOf({ ...route, ...next });
    },
  ];
}
