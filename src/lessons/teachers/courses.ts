/** Two ready courses: which lessons, in which order, with how many minutes each. */
export interface Course {
  readonly title: string;
  readonly about: string;
  readonly steps: readonly CourseStep[];
}

export interface CourseStep {
  readonly minutes: number;
  /** Id of a lesson, or what is done without one. */
  readonly lesson?: string;
  readonly does?: string;
}

const start: CourseStep = {
  minutes: 4,
  does: 'Seats, and how a prediction is locked: on the projector, with the first lesson.',
};

export const COURSES: readonly Course[] = [
  {
    title: '45 minutes',
    about: 'What overfitting is, two cures, and how to choose between them.',
    steps: [
      start,
      { minutes: 9, lesson: 'learning-by-heart' },
      { minutes: 9, lesson: 'l2-how-strong' },
      { minutes: 9, lesson: 'dropout' },
      { minutes: 9, lesson: 'choose-by-evidence' },
      { minutes: 5, does: 'Class results of one lesson, and what they show about single runs.' },
    ],
  },
  {
    title: '90 minutes',
    about: 'The same, and why each cure works. It can be taught as two lessons of 45 minutes.',
    steps: [
      start,
      { minutes: 10, lesson: 'learning-by-heart' },
      { minutes: 10, lesson: 'l2-how-strong' },
      { minutes: 10, lesson: 'diamond-and-circle' },
      { minutes: 10, lesson: 'dropout' },
      { minutes: 9, lesson: 'one-scaling' },
      { minutes: 10, lesson: 'batch-norm' },
      { minutes: 10, lesson: 'bias-and-variance' },
      { minutes: 10, lesson: 'choose-by-evidence' },
      { minutes: 7, does: 'Class results of one lesson, and what they show about single runs.' },
    ],
  },
];
