/** The commonest function words, by which a text gives itself away. */
const PROFILES: Record<string, ReadonlySet<string>> = {
  en: new Set(
    'the of and to in is that it for was with as on are be this by at from have will or an not which their has were'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die und das ist nicht ein eine den mit von zu auf für im dem des sich als auch wird werden es bei nach einer oder'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les et des est une du en que pour dans qui sur pas au plus par avec sont il ce sera cette mais ou aux'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de que y en un una es por con para del se al lo como más pero sus su está será fue'.split(
      ' ',
    ),
  ),
  it: new Set(
    'il la che di e un una per in non sono del della con si le gli dei nel alla più come è sarà anche ma'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'o a os as que de e em um uma para com não do da no na se por mais dos como foi ao será são'.split(' '),
  ),
  nl: new Set(
    'de het een en van in is dat op te zijn met voor niet aan er door naar ook als bij om wordt zal maar'.split(
      ' ',
    ),
  ),
  pl: new Set(
    'i w na z się nie że do jest to o po jak dla przez od za są będzie czy ale tym oraz'.split(' '),
  ),
  sv: new Set(
    'och att det som en på är av för med till den har inte om ett men kommer var sig så från'.split(' '),
  ),
  tr: new Set(
    've bir bu için ile da de çok daha olarak olan gibi ne kadar sonra en olacak var ama'.split(' '),
  ),
};
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Function words of another language that a text must have before it counts as that language. */
const fewestProofs = 4;

/**
 * BCP 47 primary language subtag of a text, by script and by function words of its first 20,000 characters; `und` when it
 * is too short or too mixed to tell. Cyrillic counts as `ru`, being as far from English as any of its languages.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [tag, script] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.1 : 0.3)) return tag;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(PROFILES)
    .map(([tag, profile]): [string, number] => [
      tag,
      words.filter((word) => profile.has(word)).length / words.length,
    ])
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = scores;
  if (!first || first[1] < 0.08) return 'und';
  // "Cats sleep a lot." has one word that Portuguese has too: a few short words prove nothing against English.
  if (first[0] !== 'en' && first[1] * words.length < fewestProofs) return 'und';
  return second && second[1] > 0.85 * first[1] && first[0] !== 'en' ? 'und' : first[0];
}

/** "German" for `de`; the tag itself where no name is known. */
export const languageName = (tag: string): string =>
  tag === 'und'
    ? 'an unknown language'
    : (new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag);
