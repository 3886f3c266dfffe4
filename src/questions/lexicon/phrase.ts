/**
 * The phrases written in `text`: separated by commas, each with its alternatives in brackets, so that "ask(s|ed|) for"
 * is "asks for", "asked for" and "ask for".
 */
export const phrases = (text: string): readonly string[] =>
  text
    .split(',')
    .flatMap((phrase) => expanded(phrase))
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');

function expanded(phrase: string): readonly string[] {
  const found = /\(([^()]*)\)/.exec(phrase);
  if (found === null) return [phrase];
  const [whole, choices = ''] = found;
  const [before, after] = [phrase.slice(0, found.index), phrase.slice(found.index + whole.length)];
  return choices.split('|').flatMap((choice) => expanded(`${before}${choice}${after}`));
}
