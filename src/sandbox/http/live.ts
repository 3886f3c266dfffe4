import type { ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';

/** Tells a browser of every change, as server-sent events, until it goes away. */
export function tellChanges(response: ServerResponse, world: World): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (revision: number): void => {
    response.write(`event: changed\ndata: ${JSON.stringify({ revision })}\n\n`);
  };
  tell(world.revision());
  const end = world.onChange(tell);
  response.on('close', end);
}
