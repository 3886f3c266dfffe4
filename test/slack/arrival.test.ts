import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalOf, submissionKey } from '../../src/slack/arrival.ts';
import { viewSubmission } from '../../src/slack/payloads.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const fewWords = fc.constantFrom('date', 'source', 'state');
const text = fc.string({ maxLength: 20 });
const fields = fc.uniqueArray(fc.record({ block: fewWords, action: fewWords, value: text }), {
  minLength: 1,
  maxLength: 5,
  selector: ({ block, action }) => `${block} ${action}`,
});
const submission = fc.record({ id: word, hash: text, metadata: text, fields });

interface Submitted {
  id: string;
  hash: string;
  metadata: string;
  fields: readonly { block: string; action: string; value: string }[];
}

/** What the fields hold, in the order in which they are given. */
function valuesIn(filled: Submitted['fields']) {
  const values: Record<string, Record<string, { type: string; value: string }>> = {};
  for (const { block, action, value } of filled)
    values[block] = { ...values[block], [action]: { type: 'plain_text_input', value } };
  return values;
}

const bodyOf = ({ id, hash, metadata, fields: filled }: Submitted) => ({
  type: 'view_submission',
  user: { id: 'U1' },
  team: { id: 'T1' },
  view: {
    id,
    hash,
    type: 'modal',
    private_metadata: metadata,
    state: { values: valuesIn(filled) },
  },
});
const keyOf = (submitted: Submitted): string => submissionKey(viewSubmission.parse(bodyOf(submitted)));

test('a submission that is delivered again has the key that it had, in whichever order its fields come', () => {
  fc.assert(
    fc.property(submission, (submitted) => {
      const turned = { ...submitted, fields: submitted.fields.toReversed() };
      expect(keyOf(turned)).toBe(keyOf(submitted));
      expect(arrivalOf(bodyOf(turned))).toEqual({ kind: 'submission', key: keyOf(submitted) });
    }),
  );
});

test.each<[string, (submitted: Submitted, other: string) => Submitted]>([
  ['another window', (submitted, other) => ({ ...submitted, id: submitted.id + other })],
  ['another state of the window', (submitted, other) => ({ ...submitted, hash: submitted.hash + other })],
  ['other metadata', (submitted, other) => ({ ...submitted, metadata: submitted.metadata + other })],
  [
    'another value',
    (submitted, other) => ({
      ...submitted,
      fields: submitted.fields.map((field, at) => (at === 0 ? { ...field, value: field.value + other } : field)),
    }),
  ],
  ['one field less', (submitted) => ({ ...submitted, fields: submitted.fields.slice(1) })],
])('a submission with %s has another key', (_, changed) => {
  fc.assert(
    fc.property(submission, word, (submitted, other) => {
      expect(keyOf(changed(submitted, other))).not.toBe(keyOf(submitted));
    }),
  );
});

test('what moves from the metadata into the state of the window is not the same submission', () => {
  const submitted = { id: 'v', fields: [] };
  expect(keyOf({ ...submitted, metadata: 'ab', hash: 'c' })).not.toBe(
    keyOf({ ...submitted, metadata: 'a', hash: 'bc' }),
  );
});
