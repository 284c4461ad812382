/** Public sources that several questions share, and what to do when one of them is gone. */
export const arena =
  'LMArena text leaderboard, "Overall" category with its default settings (lmarena.ai/leaderboard/text)';
export const index =
  'Artificial Analysis Intelligence Index (artificialanalysis.ai), highest-scoring variant of each model';
export const press = 'Reuters, Bloomberg, the Financial Times or The Wall Street Journal';

export const otherBoard =
  'If that leaderboard is offline or discontinued on the day, the Artificial Analysis Intelligence Index as it stands then decides.';
export const archived =
  'If the page is gone or unreadable on the day, its last Internet Archive copy from the 30 days before decides; without one the question is annulled.';
export const otherIndex =
  'If the index is discontinued, the LMArena text leaderboard decides in its place where an order of models is asked for; otherwise the question is annulled.';
