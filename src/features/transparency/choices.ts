import type { PlainTextOption } from '@slack/types';
import { option } from '../../blocks/build.ts';
import { evidenceWord } from '../../blocks/request-words.ts';
import { capital } from '../../blocks/words.ts';
import type { HelpKind } from '../../db/read/rows.ts';
import { EVIDENCE, type Evidence } from '../../treaty/evidence.ts';
import { THEME_WORDS, THEMES } from '../../treaty/theme.ts';

/** The forms of a report under Art. 7 by their letters. */
export const FORMS: readonly PlainTextOption[] = [
  option('A: national implementation measures', 'A'),
  option('B: stockpiles and destruction', 'B'),
  option('C: technical characteristics', 'C'),
  option('D: retained and transferred', 'D'),
  option('E: conversion programmes', 'E'),
  option('F: contaminated areas and clearance', 'F'),
  option('G: warning and risk education', 'G'),
  option('H: victim assistance', 'H'),
  option('I: national resources, cooperation and assistance', 'I'),
  option('J: other relevant matters', 'J'),
];

export const HELP: readonly PlainTextOption[] = [
  option('Yes', 'yes'),
  option('No', 'no'),
  option('The report does not say, or not read yet', 'unknown'),
];

export const THEME_CHOICES: readonly PlainTextOption[] = THEMES.map((theme) =>
  option(capital(THEME_WORDS[theme].name), theme),
);

const KINDS: Readonly<Record<HelpKind, string>> = {
  technical: 'Technical',
  material: 'Material',
  financial: 'Financial',
};

export const KIND_CHOICES: readonly PlainTextOption[] = Object.entries(KINDS).map(([value, text]) =>
  option(text, value),
);

export const EVIDENCE_CHOICES: readonly PlainTextOption[] = EVIDENCE.map((kind) =>
  option(capital(evidenceWord(kind)), kind),
);

export const isKind = (text: string): text is HelpKind => text in KINDS;
export const isEvidence = (text: string): text is Evidence => (EVIDENCE as readonly string[]).includes(text);
