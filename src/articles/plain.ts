/** Typographic marks, Markdown and list furniture away; white space single. */
export const plainWords = (text: string): string =>
  text
    .slice(0, 1500)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/\[([^\]]{1,200})\]\([^)]{1,300}\)/g, '$1')
    .replace(/\[(?:\d+|[^\]]{1,60})\]/g, '')
    .replace(/\*\*|__|`|^#{1,6} /gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const sayTail =
  /(?:,"?|") (?:(?:[\w.'()-]+ ){1,9}?(?:said|says|say|adds|added|told [\w ]{1,30}|warned|has warned|have warned|warns|argues?|argued|claims?|claimed|forecasts?|predicts?|predicted|suggests?|suggested|believes?|expects?|reports?|reported|estimates?|observes?|observed|notes?|noted|has learned|thinks?)(?: on \w+day)?|(?:said|says|adds|added|argues|notes|noted|observes|warned|predicts) [^"]{1,80}|according to [^"]{1,120})\.?$/i;
/** ", the company said on Friday," in the middle of a sentence. */
const sayAside =
  /,\s+(?:(?:[\w.'-]+ ){1,5}(?:said|says|announced|added|warned|predicts|forecasts?|expects|believes|estimates)(?: on \w+day| in a \w+| late \w+)?|(?:said|says) [\w .'-]{3,40}),(?= )/i;

/** `The mill," insisted Ann Lee, "will close`: said in two halves. */
const saidBetween =
  /,?" (?:(?:said|says|insisted|added|argued|warned|explained|noted)(?: [\w.'-]+){1,5}|(?:[\w.'-]+ ){1,5}(?:said|says|insisted|added|argued|warned|explained|noted)), "(?=[a-z])/;

const deckTail = /\s*"?\s[–—-]{1,2}\s(?=[A-Z])[^."–—]{3,90}$/;

/** A quote without quotation marks, list marks, a stated probability and the words that say who spoke. */
export const withoutFurniture = (quote: string): string => {
  let text = plainWords(quote)
    .replace(saidBetween, ' ')
    .replace(/ '(?=to [^']*'?$)/, ' ')
    .replace(/^(?:[-*•>]|\(?\d{1,3}[.)])\s*/, '')
    .replace(
      /\s*[[(]?\(?(?:~|about |roughly )?\d{1,3}(?:\.\d+)?\s?%(?: (?:confidence|probability|chance|likely|likelihood))?\)?[\])]?\.?$/i,
      (tail, offset: number, whole: string) =>
        /[:(–—-]\s*$/.test(whole.slice(0, offset + 1).trimEnd()) || tail.includes('(') ? '' : tail,
    )
    .replace(/[:\s]+$/, '');
  if (text.startsWith('|')) {
    const cells = text
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => /[a-z]{3}/i.test(cell));
    text = cells[0] ?? text;
  }
  const spoken = /"([^"]{25,})"?/.exec(text);
  if (spoken?.[1] && /\b(?:will|won't|going to|would|'ll)\b/i.test(spoken[1])) {
    if (!/\b(?:will|won't|going to|would)\b/i.test(text.slice(0, spoken.index)) || spoken.index < 3)
      text = spoken[1];
  }
  text = text.replace(deckTail, '').replace(/^["']+|["']+$/g, '');
  // What follows the closing mark says who spoke.
  text = text.replace(/(?<=.{20}[,.!?])"\s+(?=[A-Z]|said|says|the|he|she|an? ).*$/, '');
  text = text.replace(sayAside, ',');
  const cut = text.replace(sayTail, '');
  // ", warned that Acme will" does not end what is said: it begins it.
  if (cut.length > 20 && !/\b(?:that|will|would|won't)\b/.test(text.slice(cut.length))) text = cut;
  return text.replace(/^["',\s]+|["',.;:!\s]+$/g, '');
};
