const SHADES = 6;

const shadeOf = (id: string): number => [...id].reduce((sum, char) => sum + char.charCodeAt(0), 0) % SHADES;

/** "Coordinator (Montenegro)" becomes CM, ISU stays ISU. */
const initialsOf = (name: string): string => {
  if (/^\p{Lu}{2,3}$/u.test(name)) return name;
  return [...name.matchAll(/\p{L}[\p{L}\p{N}]*/gu)]
    .map(([word]) => word)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
};

/** A square with the initials; it only repeats the name beside it. */
export const Avatar = ({ id, name, app }: { id: string; name: string; app: boolean }) => (
  <span class={app ? 'avatar avatar-app' : `avatar shade-${shadeOf(id)}`} aria-hidden="true">
    {app ? 'A5' : initialsOf(name)}
  </span>
);
