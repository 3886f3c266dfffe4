import type { MeetingField, MeetingFields, PlannedMeeting } from '../desk/calendar.ts';
import type { Dispute } from '../desk/calendar-store.ts';
import { alike, changedHere, changedThere, FIELDS } from './canonical.ts';
import { mergeInvitees } from './merge-invitees.ts';
import { ownerOf } from './owners.ts';

export interface Agreed {
  here: MeetingFields;
  there: MeetingFields;
}

/** What has to be done so that both sides say the same. */
export interface Merged {
  /** Fields to be changed in Outlook. */
  patch: Partial<MeetingFields>;
  /** Fields to be changed in the desk. */
  take: Partial<MeetingFields>;
  /** Fields changed in Outlook that are the desk's: what stood there. */
  putBack: readonly MeetingField[];
  disputes: readonly Dispute[];
  /** What is agreed before the patch is sent: `there` is what was read, apart from what is in dispute. */
  agreed: Agreed;
}

type Verdict = 'nothing' | 'send' | 'take' | 'put_back' | 'agree' | 'merge' | 'dispute';

function judge(field: MeetingField, meeting: PlannedMeeting, there: MeetingFields, agreed: Agreed | null): Verdict {
  const owner = ownerOf(field, meeting);
  if (owner === 'outlook') return 'agree';
  const here = meeting.fields;
  const ours = agreed === null || changedHere(field, here, agreed.here);
  const theirs = agreed === null || changedThere(field, there, agreed.there);
  if (!ours && !theirs) return 'nothing';
  if (ours && !theirs) return 'send';
  if (alike(field, here, there)) return 'agree';
  if (owner === 'desk') return 'put_back';
  if (!ours) return 'take';
  return field === 'invitees' && agreed !== null ? 'merge' : 'dispute';
}

/** The fields of `base` with one of them as in `from`. */
const withField = (base: MeetingFields, field: MeetingField, from: MeetingFields): MeetingFields => ({
  ...base,
  [field]: from[field],
});

/** Merges the two sides of one meeting field by field, each against what was agreed; nothing is overwritten unseen. */
export function merge(meeting: PlannedMeeting, there: MeetingFields, base: Agreed | null): Merged {
  const here = meeting.fields;
  let patch: Partial<MeetingFields> = {};
  let take: Partial<MeetingFields> = {};
  let agreed: Agreed = base ?? { here, there };
  const putBack: MeetingField[] = [];
  const disputes: Dispute[] = [];
  for (const field of FIELDS) {
    const verdict = judge(field, meeting, there, base);
    if (verdict === 'dispute') {
      disputes.push({ field, here, there });
      // Where nothing was ever agreed, each side counts as changed until somebody has chosen.
      if (base === null)
        agreed = { here: withField(agreed.here, field, there), there: withField(agreed.there, field, here) };
      continue;
    }
    if (verdict === 'merge') {
      const invitees = mergeInvitees(here.invitees, there.invitees, {
        here: agreed.here.invitees,
        there: agreed.there.invitees,
      });
      const merged = { ...here, invitees };
      const [send, keep] = [!alike(field, merged, there), changedHere(field, merged, here)];
      if (send) patch = { ...patch, invitees };
      if (keep) take = { ...take, invitees };
      agreed = {
        here: withField(agreed.here, field, send ? there : merged),
        there: withField(agreed.there, field, there),
      };
      continue;
    }
    if (verdict === 'send' || verdict === 'put_back') patch = { ...patch, [field]: here[field] };
    if (verdict === 'put_back') putBack.push(field);
    if (verdict === 'take') take = { ...take, [field]: there[field] };
    // What was put there in Outlook counts as agreed and changed here since: so it is put back, also after a crash.
    const ours = verdict === 'agree' ? here : verdict === 'take' || verdict === 'put_back' ? there : agreed.here;
    agreed = { here: withField(agreed.here, field, ours), there: withField(agreed.there, field, there) };
  }
  return { patch, take, putBack, disputes, agreed };
}
