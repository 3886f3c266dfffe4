import { fileTypeOf, kindOf } from '../files/kinds.ts';
import type { Sandbox } from '../sandbox.ts';
import type { KeptFile } from '../world/state.ts';

/** Where a file is found, without the sandbox's own address. */
export const filePath = ({ id, name }: KeptFile): string => `/files/${id}/${encodeURIComponent(name)}`;

/** A file as Slack's Web API and payloads describe it. */
export function fileObject(sandbox: Sandbox, file: KeptFile) {
  const url = `${sandbox.address()}${filePath(file)}`;
  const shared = (kinds: readonly ('channel' | 'group' | 'im')[]) =>
    file.channels.filter((id) => {
      const channel = sandbox.world.channel(id);
      const kind = channel?.kind === 'direct' ? 'im' : channel?.private ? 'group' : 'channel';
      return kinds.includes(kind);
    });
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: kindOf(file.name).mime,
    filetype: fileTypeOf(file.name),
    pretty_type: kindOf(file.name).pretty,
    user: file.author,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: shared(['channel']).length > 0,
    url_private: url,
    url_private_download: url,
    permalink: url,
    channels: shared(['channel']),
    groups: shared(['group']),
    ims: shared(['im']),
    ...(file.alt === null ? {} : { alt_txt: file.alt }),
  };
}
