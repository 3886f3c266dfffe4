import { all, type Check, list, problem, shape, string } from './check.ts';
import { type Range, SLACK_LIMITS } from './limits.ts';
import { isRecord, type Part } from './part.ts';
import { anyText, plainText } from './texts.ts';

const described = (text: (range: Range) => Check, extra: Readonly<Record<string, Check>> = {}): Check =>
  shape(
    { text: text(SLACK_LIMITS.optionText), value: string(SLACK_LIMITS.optionValue) },
    { description: text(SLACK_LIMITS.optionDescription), ...extra },
  );

/** A choice of a select menu. */
export const option = described(plainText);

/** A choice of radio buttons or checkboxes, which may be marked up. */
export const choice = described(anyText);

/** An entry of an overflow menu, which may be a link. */
export const entry = described(plainText, { url: string(SLACK_LIMITS.url) });

export const optionGroup: Check = shape({
  label: plainText(SLACK_LIMITS.optionGroupLabel),
  options: list(option, SLACK_LIMITS.options),
});

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const valuesIn = (element: Part): unknown[] => {
  const groups = listed(element.option_groups).flatMap((group) => (isRecord(group) ? listed(group.options) : []));
  return [...listed(element.options), ...groups].map((each) => (isRecord(each) ? each.value : undefined));
};

/** What is chosen from the start is one of the choices. */
export const initialAmongOptions: Check = (element, at) => {
  if (!isRecord(element)) return [];
  const values = valuesIn(element);
  const one = element.initial_option;
  const several = listed(element.initial_options);
  const known = (each: unknown): boolean => isRecord(each) && values.includes(each.value);
  const words = 'must exactly match one of the provided options';
  return [
    ...(one === undefined || one === null || known(one)
      ? []
      : [problem('unknown_option', words, `${at}/initial_option`)]),
    ...several.flatMap((each, n) =>
      known(each) ? [] : [problem('unknown_option', words, `${at}/initial_options/${n}`)],
    ),
  ];
};

/** A select lists options or groups of them, not both and not neither. */
const optionsOrGroups: Check = (element, at) => {
  if (!isRecord(element)) return [];
  const given = ['options', 'option_groups'].filter((name) => element[name] !== undefined);
  return given.length === 1
    ? []
    : [problem('one_of_fields', 'must define either `options` or `option_groups`, and not both', at)];
};

export const listedChoices: Check = all(optionsOrGroups, initialAmongOptions);
