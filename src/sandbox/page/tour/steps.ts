/** What a step of the tour does when one lets it. */
type Doing =
  | { kind: 'command'; channel: string; text: string }
  /** Opens the form on the practice letter, as its message shortcut does. */
  | { kind: 'letter'; channel: string; beginning: string }
  | { kind: 'home' }
  /** Moves the clock to next Monday morning and waits for the desk's digest. */
  | { kind: 'monday'; channel: string };

export interface TourStep {
  title: string;
  text: string;
  /** The words of the button that does it. */
  button: string;
  does: Doing;
}

/** Who takes the tour: it shows a coordinator's desk. */
export const TOUR_PERSON = 'U0MONTENEGRO';

/** From the first question to the digest of Monday morning. */
export const STEPS: readonly TourStep[] = [
  {
    title: 'Ask a question',
    text: 'In any channel, type /ccm and what you want to know. The answer is for you alone: the names, what else is on record beside them, then the source and the day for which it holds.',
    button: 'Ask it',
    does: { kind: 'command', channel: 'C0SIDEEVENT', text: 'which states need victim assistance?' },
  },
  {
    title: 'Look up a State',
    text: 'One State on one card: what comes next and by when, what it asked for, and what is not on record. Nothing is guessed.',
    button: 'Look it up',
    does: { kind: 'command', channel: 'C0SIDEEVENT', text: 'state Lebanon' },
  },
  {
    title: 'Log what arrives',
    text: 'A practice letter stands in #practice-case. “Log as request”, in the menu of any message, fills in the form. The State of this letter is made up, so the desk finds none and asks. Cancel keeps nothing.',
    button: 'Open the form',
    does: { kind: 'letter', channel: 'C0PRACTICE', beginning: 'Practice letter' },
  },
  {
    title: 'See what needs you',
    text: 'Home is drawn for the person you are: what needs you, the dates ahead, the work plan. Be somebody else at the top, and see what they see.',
    button: 'Open Home',
    does: { kind: 'home' },
  },
  {
    title: 'Monday, 08:00',
    text: 'The clock moves to next Monday, and the desk posts the digest of the week by itself: what has passed, what falls due, and by when more time would have to be asked for.',
    button: 'Go to Monday',
    does: { kind: 'monday', channel: 'C0DEADLINES' },
  },
];

/** What one would type to do the same; null where nothing is typed. */
export const lineOf = ({ does }: TourStep): string | null => ('text' in does ? `/ccm ${does.text}` : null);
