import { blockProblems } from '../validate/whole.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import { type Method, missing, refused } from './method.ts';

export const authTest: Method = {
  token: 'bot',
  scopes: [],
  run: (_args, sandbox) => ({
    ok: true,
    url: `${sandbox.address()}/`,
    team: TEAM.name,
    user: 'action5',
    team_id: TEAM.id,
    user_id: DESK_APP.user,
    bot_id: DESK_APP.bot,
    is_enterprise_install: false,
  }),
};

export const connectionsOpen: Method = {
  token: 'app',
  scopes: [],
  run: (_args, sandbox) => ({
    ok: true,
    url: `${sandbox.address().replace('http', 'ws')}${sandbox.sockets.ticket()}`,
  }),
};

/** Checks blocks as for a message and says everything that is wrong with them. */
export const blocksValidate: Method = {
  token: 'none',
  scopes: [],
  run(args) {
    if (args.blocks === undefined) return missing('blocks');
    const errors = blockProblems(args.blocks, 'message').map((each) => ({
      ...each,
      field: each.pointer.split('/').at(-1) ?? '',
    }));
    return errors.length === 0 ? { ok: true } : refused('invalid_blocks', { errors });
  },
};
