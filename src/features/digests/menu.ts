import { menu, option } from '../../blocks/build.ts';

export const MORE = 'digests:more';

/** What a reader may do about a digest that was posted; each entry carries which it was. */
export const digestMenu = (occurrence: string) =>
  menu(MORE, [
    option('Only my themes', `themes ${occurrence}`),
    option('Change day or time…', `change ${occurrence}`),
    option('Send me a copy', `copy ${occurrence}`),
    option('Pause', `pause ${occurrence}`),
    option('Why this message?', `why ${occurrence}`),
  ]);
