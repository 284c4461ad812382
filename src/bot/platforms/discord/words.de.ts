/**
 * Names and descriptions of the slash commands in German, by command ("forecast"), by argument ("forecast.question") and
 * by menu. What is missing here is shown in English. Names are lower case, at most 32 letters.
 */
export const german: Readonly<Record<string, { readonly name: string; readonly about: string }>> = {};
