import type { AnyCommand } from '../command.ts';
import { annul } from './annul.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { bet } from './bet.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { dispute } from './dispute.ts';
import { draftsApprove } from './draftsApprove.ts';
import { draftsEdit } from './draftsEdit.ts';
import { draftsList } from './draftsList.ts';
import { draftsReject } from './draftsReject.ts';
import { draftsShow } from './draftsShow.ts';
import { edit } from './edit.ts';
import { explain } from './explain.ts';
import { feedList } from './feedList.ts';
import { feedUnwatch } from './feedUnwatch.ts';
import { feedWatch } from './feedWatch.ts';
import { forecast } from './forecast.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { link } from './link.ts';
import { liquidityAdd } from './liquidityAdd.ts';
import { me } from './me.ts';
import { notify } from './notify.ts';
import { orders } from './orders.ts';
import { outcomeAdd } from './outcomeAdd.ts';
import { post } from './post.ts';
import { practiceRemove } from './practiceRemove.ts';
import { question } from './question.ts';
import { questions } from './questions.ts';
import { reopen } from './reopen.ts';
import { resolve } from './resolve.ts';
import { seasonClose } from './seasonClose.ts';
import { seasonList } from './seasonList.ts';
import { seasonOpen } from './seasonOpen.ts';
import { sell } from './sell.ts';
import { settingsChannels } from './settingsChannels.ts';
import { settingsEconomy } from './settingsEconomy.ts';
import { settingsRoles } from './settingsRoles.ts';
import { settingsRules } from './settingsRules.ts';
import { settingsShow } from './settingsShow.ts';
import { setup } from './setup.ts';
import { withdraw } from './withdraw.ts';

/** Every command there is, in the order in which help shows them. */
export const commands: readonly AnyCommand[] = [
  help,
  questions,
  question,
  post,
  forecast,
  withdraw,
  bet,
  sell,
  orders,
  cancel,
  leaderboard,
  seasonList,
  me,
  explain,
  ask,
  article,
  edit,
  outcomeAdd,
  close,
  dispute,
  notify,
  link,
  settingsShow,
  draftsList,
  draftsShow,
  draftsApprove,
  draftsEdit,
  draftsReject,
  resolve,
  annul,
  reopen,
  liquidityAdd,
  feedWatch,
  feedUnwatch,
  feedList,
  seasonOpen,
  seasonClose,
  setup,
  settingsChannels,
  settingsRules,
  settingsEconomy,
  settingsRoles,
  practiceRemove,
];
