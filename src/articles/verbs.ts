const irregular: Record<string, string> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  am: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  goes: 'go',
  went: 'go',
  gone: 'go',
  wins: 'win',
  won: 'win',
  loses: 'lose',
  lost: 'lose',
  dies: 'die',
  lies: 'lie',
  ties: 'tie',
  buys: 'buy',
  bought: 'buy',
  sells: 'sell',
  sold: 'sell',
  gets: 'get',
  got: 'get',
  sees: 'see',
  saw: 'see',
  seen: 'see',
  makes: 'make',
  made: 'make',
  takes: 'take',
  took: 'take',
  falls: 'fall',
  fell: 'fall',
  rises: 'rise',
  rose: 'rise',
  becomes: 'become',
  became: 'become',
  leaves: 'leave',
  left: 'leave',
  keeps: 'keep',
  kept: 'keep',
  ceases: 'cease',
  overtakes: 'overtake',
  quits: 'quit',
  begins: 'begin',
  focuses: 'focus',
};

/**
 * Base form of a finite English verb: `'reaches'` gives `'reach'`, `'approves'` `'approve'`, `'is'` `'be'`. Regular
 * endings only, plus the irregular verbs that predictions use; an unknown word comes back without its final s.
 */
export const baseForm = (verb: string): string => {
  const word = verb.toLowerCase();
  const known = irregular[word];
  if (known) return known;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word) && !/(?:[aeiou]s|[aeiou]z)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[^s])s$/.test(word) && !/(?:us|is)$/.test(word)) return word.slice(0, -1);
  return word;
};

/** Whether a word is a third-person verb of the kind that verbless lists of predictions use: `'reaches'`, `'wins'`. */
export const looksThirdPerson = (word: string): boolean =>
  /^(?:is|are|has|does|goes|reach(?:es)?|wins?|loses?|approv(?:es?)|pass(?:es)?|becom(?:es?)|happens?|remains?|stays?|falls?|rises?|exceeds?|drops?|hits?|launch(?:es)?|releas(?:es?)|announc(?:es?)|acquir(?:es?)|buys?|sells?|gets?|leaves?|resigns?|returns?|invades?|signs?|bans?|declares?|publish(?:es)?|ships?|closes?|opens?|raises?|cuts?|ends?|starts?|begins?|allows?|adopts?|joins?|leads?|dies?|defeats?|holds?|merges?|files?|enters?|crosses?|tops?|grows?|slows?|shrinks?|surpass(?:es)?|overtakes?|beats?|survives?|collaps(?:es?)|defaults?|runs?|steps?)$/i.test(
    word,
  );

/** Past participles that follow a subject without their "be": "Newsom recalled", "population vaccinated". */
export const looksParticiple = (word: string): boolean =>
  /^(?:[a-z]{2,}(?:ed)|elected|sold|won|banned|cut|shut|made|found|held|built|sent|gone|lost|broken|chosen|driven|given|known|shown|taken|written)$/i.test(
    word,
  ) && !/^(?:need|seed|speed|feed|breed|indeed|united|red|bed|fed|med)$/i.test(word);
