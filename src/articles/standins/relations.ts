/** What predictions in prose say without a number: relations between actors, and directions of a quantity. */
export const relation = {
  gap: /\b(?:gap|gulf|divide|distance|divergen\w*|diverg(?:e|es|ing)|lead|advantage|disparity|moat)\b/,
  widen:
    /\b(?:widen\w*|grow\w*|increas\w*|expand\w*|deepen\w*|bigger|larger|wider|diverg\w*|pull\w* (?:further )?(?:ahead|away))\b/,
  narrow:
    /\b(?:narrow\w*|shrink\w*|close[sd]?|closing|converg\w*|smaller|disappear\w*|vanish\w*|evaporat\w*)\b/,
  persist: /\b(?:persist\w*|remain\w*|continu\w*|stay\w*|endur\w*|last)\b/,
  match:
    /\b(?:catch(?:es|ing)? up|keep(?:s|ing)? (?:pace|up)|close the gap|bridge the gap|match(?:es|ed)?|rival(?:s|ing)?|replicat\w+|reproduc\w+|cop(?:y|ied)|equal|compet(?:e|es|ing)|surpass\w*|outperform\w*|overtake\w*|leapfrog\w*|outscore\w*|exceed|parity|maintain|sustain)\b/,
  fallBehind:
    /\b(?:los(?:e|es|ing)|lag\w*|fall(?:s|ing)? (?:further )?behind|fail\w*|struggle\w*|trail\w*|collapse\w*|disappear\w*)\b/,
  lead: /\b(?:dominat\w+|lead(?:s|ing)?|win(?:s|ning)?|prevail\w*|on top|number one|emerge from|come from|be by|be from|stay ahead|pull(?:ing)? (?:further )?ahead|biggest|concentrat\w+)\b/,
  exit: /\b(?:abandon\w*|give up|giving up|drop(?:s|ping)? out|bow(?:s|ing)? out|quit\w*|exit\w*|withdraw\w*|retreat\w*|stop\w*|shut(?:s|ting)? down|fold|pivot\w*|go bust|go under|get(?:s|ting)? rid of|(?:squeez|driv|push|forc)\w* out)\b/,
  pace: /\b(?:pace|race|keep(?:s|ing)? up|speed)\b/,
  slow: /\b(?:slow\w*|plateau\w*|stall\w*|level(?:s|ling)? off|diminish\w*|hit a wall|stagnat\w*|taper\w*|peak\w*|flatten\w*)\b/,
  accelerate:
    /\b(?:accelerat\w*|speed(?:s|ing)? up|explod\w*|boom\w*|surge\w*|soar\w*|skyrocket\w*|faster)\b/,
  rise: /\b(?:ris(?:e|es|ing)|increas\w*|grow\w*|climb\w*|surg\w*|expand\w*|accelerat\w*|soar\w*|jump\w*|more)\b/,
  fall: /\b(?:fall\w*|declin\w*|drop\w*|decreas\w*|shrink\w*|reduc\w*|lower|less|cheap\w*|taper\w*|die|fade\w*|cap|capped|limit\w*|erod\w*|cut)\b/,
  concentrate:
    /\b(?:monopol\w+|duopol\w+|oligopol\w+|tripol\w+|winner[- ]takes?[- ](?:all|most)|consolidat\w+|concentrat\w+|handful)\b/,
  disperse:
    /\b(?:divers(?:e|ity|ified)|dispersed?|fragment\w*|decentrali[sz]\w*|many players|distributed|commoditi[sz]\w*|plurality|multipolar)\b/,
  adopt:
    /\b(?:adopt\w*|standard|ubiquit\w*|pervasive|widespread|mainstream|base|default|ecosystem|build on|built on|rely on|depend on|foundation|platform\w*|use[ds]?|usage|market share|everywhere|popular)\b/,
  money:
    /\b(?:revenues?|profits?|commercial|earnings|monetis\w+|monetiz\w+|sales|upside|margins?|business model)\b/,
  demand:
    /\b(?:reason for|need for|demand for|point in|use for|market for|customers for|obsolete|irrelevant|redundant)\b/,
  price: /\b(?:price[sd]?|pricing|cheap\w*|costs?|expensive|afford\w*)\b/,
  newcomers:
    /\b(?:new (?:players?|entrants?|companies|names|leaders?|generation of companies)|newcomers?|start-?ups?|spin-?(?:offs?|outs?)|upstarts?|outsiders?|different from)\b/,
  acquire: /\b(?:acqui\w+|mergers?|merge|takeovers?|buy(?:s|ing)?|bought|buy-?outs?)\b/,
} as const;

/** "within 3-5 months" as 5; null when the text has none. The longer end, so that the speaker has the full time. */
export const withinMonths = (text: string): number | null => {
  const found =
    /\b(?:with)?in (?:about |roughly |around |just |only )?(\d{1,2})(?:\s?(?:-|–|to|or)\s?(\d{1,2}))? (month|year)s?\b/.exec(
      text,
    );
  if (!found) return null;
  return Number(found[2] ?? found[1]) * (found[3] === 'year' ? 12 : 1);
};

/** "grows 4-5x every year" as 4: the lower end of a growth factor. */
export const yearlyFactor = (text: string): number | null => {
  const found =
    /\b(\d{1,2}(?:\.\d)?)(?:\s?(?:-|–|to)\s?\d{1,2}(?:\.\d)?)?\s?(?:x|×|-?fold| times)\b[^.]{0,40}\b(?:year|annual)/.exec(
      text,
    );
  return found ? Number(found[1]) : null;
};

/** "A", "A or B", "A, B or C". */
export const oneOf = (names: readonly string[], joint: 'or' | 'and' = 'or'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
