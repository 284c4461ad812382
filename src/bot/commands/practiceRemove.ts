import { removePractice } from '../../markets/removePractice.ts';
import { command } from '../command.ts';
import { count } from '../views/format.ts';

export const practiceRemove = command({
  name: 'practice remove',
  about: 'Remove the practice questions and their simulated members',
  args: {},
  visibility: 'private',
  admin: true,
  examples: ['/practice remove'],
  run: async (context) => {
    const removed = await removePractice(context.db, context.call, { confirm: true });
    return {
      title: 'Practice removed',
      tone: 'good',
      blocks: [
        {
          kind: 'text',
          text: `${count(removed.questions, 'practice question')} and ${count(removed.members, 'simulated member')} are gone, with all that hung on them.`,
        },
      ],
    };
  },
});
