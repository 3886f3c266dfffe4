import type { Db } from '../../db/client.ts';
import type { Action, Press } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { COPY_FORMS, type CopyForm, copyText } from '../../questions/copy-text.ts';
import type { Language } from '../../questions/lexicon/lexicon.ts';
import { formalBook } from '../../questions/names.ts';
import { answerTo } from '../../questions/reply-to.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { COPY, COPY_CHOICES, COPY_FORM, COPY_LANGUAGE, copyModal } from './copy-modal.ts';
import { readFacts } from './facts.ts';
import { readKept } from './kept.ts';

/** The button and the two choices of the window in which an answer stands as text to copy. */
export function copyActions(db: Db): readonly Action[] {
  const show = async (value: string, language: Language | null, form: CopyForm, { at }: Press): Promise<Reply> => {
    const kept = readKept(value);
    if (kept === null) return { kind: 'nothing' };
    const { question } = kept;
    const tongue = TONGUES[language ?? kept.language];
    // Whoever copies may send it anywhere: only what States have published enters.
    const { book, factsOn } = await readFacts(db, false);
    const facts = {
      ...factsOn(question.asOf ?? dayIn(DESK_ZONE, at), tongue.language),
      book: formalBook(book, tongue),
    };
    const text = copyText(answerTo('', question, facts), question, facts, form);
    return { kind: 'modal', modal: copyModal(text, tongue.language, form, value) };
  };
  const chosen = (press: Press, action: string): string | null => {
    const value = press.view?.values[COPY_CHOICES]?.[action];
    return typeof value === 'string' ? value : null;
  };
  const again = (press: Press): Promise<Reply> =>
    show(
      press.view?.metadata ?? '',
      (Object.keys(TONGUES) as Language[]).find((each) => each === chosen(press, COPY_LANGUAGE)) ?? null,
      COPY_FORMS.find((each) => each === chosen(press, COPY_FORM)) ?? 'sentence',
      press,
    );
  return [
    { id: COPY, opens: 'Copy as text', run: (press) => show(press.value, null, 'sentence', press) },
    { id: COPY_LANGUAGE, run: again },
    { id: COPY_FORM, run: again },
  ];
}
