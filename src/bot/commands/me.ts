import { me as read } from '../../markets/me.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { scorecard } from '../views/scorecard.ts';
import { memberOf } from './memberOf.ts';
import { whenOf } from './shared.ts';

export const me = command({
  name: 'me',
  about: 'Your balance, forecasts, positions, scores, calibration and rank; or those of another',
  args: { member: optional(arg.member('Of whom (default: yourself)', { positional: 'rest' })) },
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/me', '/me Ada Lovelace'],
  run: async (context, args) => {
    const member = args.member === undefined ? null : await memberOf(context, args.member);
    const receipt = await read(context.db, context.call, { member });
    return scorecard(receipt, receipt.member.id === context.actor.memberId, whenOf(context));
  },
});
