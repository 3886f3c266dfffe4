const PATHS = {
  hash: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 5.5h11M2 10.5h11',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  down: 'm4 6 4 4 4-4',
  left: 'm10 4-4 4 4 4',
  right: 'm6 4 4 4-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  more: 'M3 8a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0M7.7 8a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0M12.4 8a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0',
  reply: 'M13 10.5a2 2 0 0 1-2 2H6l-3 2v-10a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2z',
  send: 'M2.5 8h9M8 4l4 4-4 4',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6',
  up: 'm4 10 4-4 4 4',
  sort: 'm5 6.2 3-3 3 3M5 9.8l3 3 3-3',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.8 13.6a5.4 5.4 0 0 1 10.4 0',
  file: 'M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3',
  clip: 'm12.8 7.2-5 5a2.9 2.9 0 0 1-4.1-4.1l5.4-5.4a1.9 1.9 0 0 1 2.7 2.7l-5.3 5.3a.9.9 0 0 1-1.3-1.3l4.7-4.7',
  plus: 'M8 3v10M3 8h10',
  check: 'm3.5 8.5 3 3 6-7',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside words; it never carries the meaning alone. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
