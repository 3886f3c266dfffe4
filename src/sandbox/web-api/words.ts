import type { Sandbox } from '../sandbox.ts';
import { SLACK_LIMITS, WHOLE } from '../validate/limits.ts';
import type { Part } from '../validate/part.ts';
import { blockProblems, textIn } from '../validate/whole.ts';
import type { Words } from '../world/speak.ts';
import { type Answer, refused, refusedFor } from './method.ts';
import { fileProblems } from './shown-files.ts';

export interface WordRules {
  /** Longest `text`; longer is cut or refused. */
  longest: number;
  whenLonger: 'cut' | 'refuse';
  /** Whether nothing at all may be said (files speak for themselves). */
  wordless: boolean;
  /** Whether the sum of all text is limited (not in answers to a response_url). */
  sum: boolean;
}

export const POSTED: WordRules = { longest: WHOLE.postedText, whenLonger: 'cut', wordless: false, sum: true };
export const UPDATED: WordRules = { longest: WHOLE.updatedText, whenLonger: 'refuse', wordless: false, sum: true };
export const RESPONDED: WordRules = { longest: WHOLE.postedText, whenLonger: 'cut', wordless: false, sum: false };
export const UPLOADED: WordRules = { longest: WHOLE.postedText, whenLonger: 'cut', wordless: true, sum: true };

/** What is to be said, or Slack's refusal of it; without a sandbox, files that it names are taken for granted. */
export function wordsOf(
  args: Part,
  rules: WordRules,
  sandbox: Sandbox | null,
): { ok: true; words: Words } | { ok: false; answer: Answer } {
  const no = (answer: Answer) => ({ ok: false as const, answer });
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = args.blocks ?? [];
  const attachments: unknown = args.attachments ?? [];
  if (!Array.isArray(blocks)) return no(refused('invalid_blocks_format'));
  if (!Array.isArray(attachments)) return no(refused('invalid_attachments'));
  if (attachments.length > SLACK_LIMITS.attachments.max) return no(refused('too_many_attachments'));
  if (!rules.wordless && text === '' && blocks.length === 0 && attachments.length === 0) return no(refused('no_text'));
  const points = [...text];
  if (points.length > rules.longest && rules.whenLonger === 'refuse') return no(refused('msg_too_long'));
  const problems = [...blockProblems(blocks, 'message'), ...(sandbox ? fileProblems(blocks, sandbox) : [])];
  if (problems.length > 0) return no(refusedFor('invalid_blocks', problems));
  if (rules.sum && textIn(blocks) > WHOLE.blockText) return no(refused('msg_blocks_too_long'));
  return {
    ok: true,
    words: { text: points.slice(0, rules.longest).join(''), blocks, metadata: args.metadata ?? null },
  };
}
