import { sealed } from '../../../src/atlas/sealed.ts';
import type { Stop, Vote } from '../../../src/lesson/stop.ts';

const plain = { points: [], marks: false, minutes: 1, notes: [], references: [] } as const;

export const titleStop = (name = 'A title'): Stop => ({
  ...plain,
  kind: 'title',
  name,
  title: name,
});

export const viewStop = (marks = false): Stop => ({
  ...plain,
  kind: 'view',
  name: 'A view',
  picture: { views: ['a.cc'], query: '?panes=cc', marked: '?panes=cc&findings=on' },
  marks,
});

/** A question whose second option of three is right. */
export const questionStop = (vote: Vote = 'once', id = 'q'): Stop => ({
  ...plain,
  kind: 'question',
  name: 'Question: Q',
  asking: {
    id,
    vote,
    agreement: [],
    item: {
      id,
      asked: { kind: 'single-choice', title: 'Q', prompt: 'Which?', options: ['x', 'y', 'z'] },
      key: sealed({
        credits: [0, 1, 0.5],
        why: ['no', 'yes', 'near'],
        explanation: 'Because.',
        links: [],
        sources: [],
        category: 'c',
      }),
    },
  },
});
