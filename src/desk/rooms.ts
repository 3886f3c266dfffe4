/** Who reads along in a channel; `known` is false where Slack could not say, with its error. */
export type Room = { known: true; outside: number } | { known: false; error: string };

/** Asks Slack who is in a channel: how many guests of the workspace and people of other workspaces. */
export interface Rooms {
  roomOf(channel: string): Promise<Room>;
}

/** Why what is for coordinators and the ISU does not go to a channel, in a sentence; null where nobody from outside reads along. */
export function whyNotThere(room: Room): string | null {
  if (!room.known)
    return room.error === 'channel_not_found'
      ? 'Action5 is not in this channel. Invite it there with /invite @Action5, then choose it again.'
      : `Slack could not say who is in this channel (${room.error}).`;
  if (room.outside === 0) return null;
  return room.outside === 1
    ? 'A guest or somebody of another workspace reads along in this channel.'
    : `${room.outside} guests or people of other workspaces read along in this channel.`;
}
