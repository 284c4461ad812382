import type { LinkReceipt } from '../../markets/link.ts';
import type { View } from '../view.ts';

/** A code to carry to the other side, or what is joined now. */
export function linkView(r: LinkReceipt, what: 'person' | 'community'): View {
  const suffix = what === 'community' ? ' what:community' : '';
  if (r.code !== null) {
    return {
      title: 'Your code',
      tone: 'info',
      blocks: [
        {
          kind: 'text',
          text: [
            'On the other platform, write ',
            { kind: 'code', text: `/link ${r.code}${suffix}` },
            '; on Slack that is ',
            { kind: 'code', text: `/forecast link ${r.code}${suffix}` },
            '.',
          ],
        },
        {
          kind: 'text',
          text: 'It works once, for 15 minutes. Show it to nobody: whoever writes it becomes one with you here.',
        },
      ],
    };
  }
  return {
    title: 'Linked',
    tone: 'good',
    blocks: [
      {
        kind: 'text',
        text:
          what === 'person'
            ? 'These are one person now, with one balance and one record:'
            : 'These are one community now:',
      },
      { kind: 'facts', facts: r.linked.map((l) => ({ name: l.platform, value: l.name })) },
    ],
  };
}
