/** Something said before anyone comes. `replies` stand in its thread. */
interface FirstWords {
  channel: string;
  author: string;
  text: string;
  replies?: readonly { author: string; text: string }[];
}

/**
 * What there is to practise on: a message and a case of a State and partners that do not exist. Each says so itself, because
 * its words travel with it into the form; none of them is in the record, and none becomes part of it unless a person logs it.
 */
export const FIRST_WORDS: readonly FirstWords[] = [
  {
    channel: 'C0COORDINATION',
    author: 'U0NETHERLANDS',
    text: 'Practice message: a delegation would like help with victim assistance and asks whom it could talk to. This is an exercise, not a request of any State.',
  },
  {
    channel: 'C0PRACTICE',
    author: 'U0ISU',
    text: 'This channel is an exercise. *Northland, the Example Fund and the Sample Care Network are made up:* no State and no organisation is meant. Try *Log as request* in the menu (⋯) of the letter below. What is kept stays in this sandbox, and Reset takes it away.',
  },
  {
    channel: 'C0PRACTICE',
    author: 'U0NETHERLANDS',
    text: 'Practice letter, made up for this exercise.\nPermanent Mission of Northland, 15 November 2019: “Northland requests help with victim assistance: prostheses and rehabilitation for survivors in two districts, and the training of eight prosthetists, until the end of 2021. An assessment of needs is enclosed; costs are still to be worked out.”',
    replies: [
      {
        author: 'U0ISU',
        text: 'Practice: the Example Fund (a made-up donor) and the Sample Care Network (a made-up operator) could be told of it, once Northland has agreed to that.',
      },
    ],
  },
];
