import { useEffect, useState } from 'preact/hooks';

/** Who is looking and where: a channel's id, or `home`. Null stands for what the sandbox offers first. */
export interface Route {
  as: string | null;
  place: string | null;
}

/** Reads `#/U0MNE/C0DESK`, and the place from the path of a permalink, `/archives/C0DESK/p1574064000000100`. */
function routeIn(hash: string, path: string): Route {
  const [, as = '', place = ''] = /^#\/([\w-]*)\/?([\w-]*)/.exec(hash) ?? [];
  const [, linked = ''] = /^\/archives\/(\w+)/.exec(path) ?? [];
  return { as: as || null, place: place || linked || null };
}

const hashOf = (route: Route): string => `#/${route.as ?? ''}${route.place === null ? '' : `/${route.place}`}`;

/** The address is the only memory of where one is: links lead there, and the browser's own back button works. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => routeIn(location.hash, location.pathname));
  useEffect(() => {
    const follow = () => setRoute(routeIn(location.hash, location.pathname));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    route,
    (next) => {
      location.hash = hashOf(next);
    },
  ];
}
