import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/questions/answer.ts';
import { doubtWords } from '../../src/questions/doubt-words.ts';
import { bookIn } from '../../src/questions/names.ts';
import type { Doubt } from '../../src/questions/question.ts';
import { examplesIn } from '../../src/questions/reply-to.ts';
import { SPANISH_WORDS } from '../../src/questions/tongue/es/spanish.ts';
import { FRENCH_WORDS } from '../../src/questions/tongue/fr/french.ts';
import { keyOf } from '../../src/questions/tongue/other.ts';
import { TONGUES } from '../../src/questions/tongue/tongues.ts';
import { readText } from '../../src/questions/understand.ts';
import { day } from '../../src/treaty/day.ts';
import { THEMES } from '../../src/treaty/theme.ts';
import { CORPUS } from './corpus.ts';
import { answered, book, TODAY } from './record.ts';

const ROOMS = ['src/questions', 'src/features/answers'];

/** The English of every sentence that is said anywhere, as the catalogues have it. */
const SAID: ReadonlySet<string> = new Set(
  ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => sentencesIn(`${room}/${name}`)),
  ),
);

function sentencesIn(path: string): readonly string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /(^|\.)say$/.test(node.tag.getText())) {
      const { template } = node;
      found.push(
        keyOf(
          ts.isNoSubstitutionTemplateLiteral(template)
            ? [template.text]
            : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)],
        ),
      );
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const holes = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).toSorted();

describe.each([FRENCH_WORDS, SPANISH_WORDS])('the words of $language', ({ language, sentences }) => {
  it('have every sentence that is said, and no other', () => {
    expect(SAID.size).toBeGreaterThan(400);
    expect([...SAID].filter((key) => sentences[key] === undefined)).toEqual([]);
    expect(Object.keys(sentences).filter((key) => !SAID.has(key))).toEqual([]);
  });

  it('fill in what the English fills in', () => {
    for (const [key, said] of Object.entries(sentences)) expect([key, holes(said)]).toEqual([key, holes(key)]);
  });

  it('name every theme, alone and after “for”', () => {
    const { known } = TONGUES[language];
    const named = new Set(THEMES.map((theme) => answered(`${theme}`).language));
    expect(named.size).toBeGreaterThan(0);
    for (const text of ['victim assistance', 'with victim assistance', 'UN Treaty Collection', 'Africa'])
      expect(known(text)).not.toBe(text);
  });

  it('offers examples and readings that are understood, in that language', () => {
    const tongue = TONGUES[language];
    const names = bookIn(book, tongue);
    const [theme, other] = ['VICTIM_ASSISTANCE', 'SURVEY_AND_CLEARANCE'] as const;
    const doubts: readonly Doubt[] = [
      { of: 'both_or_either', themes: [theme, other], year: null },
      { of: 'both_or_either', themes: [theme, other], year: 2018 },
      ...THEMES.map((each): Doubt => ({ of: 'not_needing', themes: [each] })),
      { of: 'not_needing', themes: [] },
      { of: 'article', article: theme, name: other, dates: true },
      { of: 'article', article: theme, name: other, dates: false },
      { of: 'subject', theme: other, state: null },
      { of: 'subject', theme: null, state: 'TCD' },
      { of: 'subject', theme: other, state: 'LBN' },
      { of: 'rule', rules: ['stockpile_extension', 'clearance_extension'] },
      { of: 'rule', rules: ['stockpile_request_content', 'clearance_request_content'] },
      { of: 'rule', rules: ['stockpile_deadline', 'clearance_deadline'] },
    ];
    const offered = [...examplesIn(tongue), ...doubts.flatMap((each) => doubtWords(each, names, tongue).suggestions)];
    const readings = offered.map((text) => [text, readText(text, book, TODAY).reading.kind]);
    expect(readings.filter(([, kind]) => kind !== 'understood')).toEqual([]);
  });
});

describe('an answer', () => {
  it('is given in French to a question in French', () => {
    const answer = answered("Quels États ont demandé de l'aide pour l'assistance aux victimes ?");
    expect(plainText(answer)).toBe(
      [
        "Neuf États parties ont demandé une aide pour l'assistance aux victimes dans leurs rapports de 2018 au titre de l'article 7 :",
        'Afghanistan, Albanie, Tchad, Iraq, République démocratique populaire lao, Liban, Monténégro, Somalie, État de Palestine.',
        'Au 18 novembre 2019.',
        "Source : note de cadrage des coordonnateurs, nov. 2019 (neuf annoncés, neuf nommés) · 67 États parties avaient fait rapport pour 2018 ; un État qui n'a rien demandé peut avoir des besoins · l'article 5 ne fixe pas de délai.",
      ].join('\n'),
    );
    expect(answer.understood).toBe(
      "États ayant fait une demande pour l'assistance aux victimes · rapports de 2018 · au 18 novembre 2019",
    );
    expect(answer.table?.rows).toContainEqual(['Liban', 'Dépollution, Éducation aux risques', '1er mai 2021']);
  });

  it('is given in Spanish to a question in Spanish', () => {
    const answer = answered('¿Cuándo vence el plazo de limpieza del Líbano?');
    expect(`${answer.lead}${answer.rest}`).toBe('Líbano: limpieza (art. 4), 1 de mayo de 2021.');
    expect(answered('¿Es Chad un Estado parte?').lead).toBe(
      'Sí, Chad (Estado parte): firma el 3 de diciembre de 2008, ratificación el 26 de marzo de 2013, en vigor desde el 1 de septiembre de 2013.',
    );
  });

  it('counts one and several as the language does', () => {
    expect(answered('¿Qué Estados pidieron ayuda para destrucción de reservas?').lead).toBe(
      'Un Estado parte pidió ayuda para destrucción de reservas',
    );
    expect(answered('quels États africains ont demandé une aide pour la dépollution ?').lead).toMatch(
      /^Un État partie a demandé une aide/,
    );
  });

  it('writes days of the coming year with the last working day before a weekend', () => {
    const answer = answered('¿Qué plazos vencen en diciembre de 2019?', day('2019-11-18'));
    expect(`${answer.lead}${answer.rest}`).toContain('sáb 28 dic (último día hábil: vie 27 dic)');
  });

  it('keeps the language where it does not understand', () => {
    expect(answered('quels États ont xyzzy la dépollution ?')).toMatchObject({
      language: 'fr',
      outcome: 'not_understood',
      lead: "Le bureau n'a pas compris : « xyzzy »",
    });
    expect(answered('¿cuánto dinero dio Noruega al Líbano?').language).toBe('es');
  });

  it('has no English left in it, whatever is asked in French or Spanish', () => {
    const other = CORPUS.map(({ ask }) => answered(ask)).filter(({ language }) => language !== 'en');
    expect(other.length).toBeGreaterThan(60);
    const left = other.flatMap((answer) => {
      const said = `${plainText(answer)} ${answer.understood} ${answer.suggestions.join(' ')}`;
      const english = /\b(the|and|of|asked|on record|States|with|under|from|is)\b/.exec(
        said.replaceAll(/ISU|Mine Action Review|Cluster Munition Monitor/g, ''),
      );
      return english === null ? [] : [`${answer.question}: ${english[0]} in ${said}`];
    });
    expect(left).toEqual([]);
  });
});
