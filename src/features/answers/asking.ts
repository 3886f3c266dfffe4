import type { Reader } from '../../db/client.ts';
import type { Answer } from '../../questions/answer.ts';
import { answerContacts, CONTACTS, contactsForDesk } from '../../questions/answer-contacts.ts';
import type { Facts } from '../../questions/facts.ts';
import { followUp } from '../../questions/follow-up.ts';
import type { Language } from '../../questions/lexicon/lexicon.ts';
import { bookIn, type NameBook } from '../../questions/names.ts';
import type { Question, Reading } from '../../questions/question.ts';
import { forRegisterAlone, isOfRegister } from '../../questions/register-only.ts';
import { answerTo, answerWithout } from '../../questions/reply-to.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { readText } from '../../questions/understand.ts';
import type { Day } from '../../treaty/day.ts';
import { type ReadFacts, readFacts } from './facts.ts';
import type { Kept } from './kept.ts';

/** An answer, what was understood if anything was, and what the treaty's dates in it may rest on. */
export interface Answered {
  answer: Answer;
  kept: Kept | null;
  facts: Pick<Facts, 'clocks' | 'states' | 'book' | 'tongue'>;
}

/** Answers texts one by one, each as if it were asked alone; the record is read once. `register` says whether unpublished requests may enter. */
export async function askAll(
  db: Reader,
  texts: readonly string[],
  today: Day,
  register: boolean,
): Promise<readonly Answer[]> {
  const read = await readFacts(db, register, today);
  return texts.map((text) => answered(text, null, today, read).answer);
}

/** Answers one text; what alone makes no question may change the one `before` it. */
export async function ask(
  db: Reader,
  text: string,
  today: Day,
  register: boolean,
  before: Question | null = null,
): Promise<Answered> {
  return answered(text, before, today, await readFacts(db, register, today));
}

/** Answers a question that was understood before. */
export async function askAgain(db: Reader, text: string, kept: Kept, today: Day, register: boolean): Promise<Answered> {
  return toKept(text, kept, today, await readFacts(db, register));
}

/** Answers questions that were understood before, for a member; the record is read once. */
export async function askAllAgain(db: Reader, all: readonly Kept[], today: Day): Promise<readonly Answer[]> {
  const read = await readFacts(db, true);
  return all.map((kept) => toKept('', kept, today, read).answer);
}

type Read = ReadFacts;

function answered(text: string, before: Question | null, today: Day, read: Read): Answered {
  const kept = understoodIn(text, before, today, read.book);
  if (kept !== null) return toKept(text, kept, today, read);
  const { reading, language } = readText(text, read.book, today);
  if (reading.kind === 'understood') return toKept(text, { question: reading.question, language }, today, read);
  const tongue = TONGUES[language];
  const answer =
    ofContacts(text, reading, today, language, read) ??
    answerWithout(text, reading, { book: bookIn(read.book, tongue), asOf: today, tongue });
  return { answer, kept: null, facts: { clocks: [], states: [], book: read.book, tongue } };
}

/** When the desk was last in contact with a State, where that is asked; null where it is not, or nothing is on record. */
function ofContacts(text: string, reading: Reading, today: Day, language: Language, read: Read): Answer | null {
  if (reading.kind !== 'no_data' || reading.subject !== CONTACTS) return null;
  const facts = read.factsOn(today, language);
  return read.register ? answerContacts(text, read.contacts, facts) : contactsForDesk(text, facts);
}

/** What a text changes in the question before it; null where it stands for itself. */
function understoodIn(text: string, before: Question | null, today: Day, book: NameBook): Kept | null {
  if (before === null || readText(text, book, today).reading.kind === 'understood') return null;
  return followUp(text, before, book, today);
}

function toKept(text: string, kept: Kept, today: Day, { factsOn, register }: Read): Answered {
  const facts = factsOn(kept.question.asOf ?? today, kept.language);
  const withheld = !register && isOfRegister(kept.question);
  return { answer: withheld ? forRegisterAlone(text, facts) : answerTo(text, kept.question, facts), kept, facts };
}
