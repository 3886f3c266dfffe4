import type { TextObject } from '@slack/types';
import { Mrkdwn } from './Mrkdwn.tsx';

/** A text object: mrkdwn is read, plain text stands as it is. */
export function Text({ of }: { of: TextObject }) {
  return of.type === 'mrkdwn' ? <Mrkdwn text={of.text} /> : of.text;
}
