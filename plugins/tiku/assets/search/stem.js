// What the forms of an English word have in common: appeal of appeals, appealed, appealing; polici of
// policy, policies; apprai of appraise, appraisal. After the first steps of M. F. Porter, "An algorithm for suffix stripping" (1980).
// It is compared and never shown, so that it need be no word; words of other languages with the same
// endings are found with their forms as well.

// Endings, what stands for each, and how much of the word must be left.
/** @type {[RegExp, string][]} */
const ENDINGS = [[/(?<=..)ie[ds]$/, "y"], [/(?<=[sxz]|[cs]h)es$/, ""], [/(?<=..[^aisu])s$/, ""]];
const PAST = /(?<=[aeiouy].*[^aeiou]|[aeiouy]y)(?:ed|ing|ings)$/;
const DOUBLED = /([bdgmnprt])\1$/;
const SHORTEST = 4;

// What makes another word of one, and what is left; in turn, each from at least so many letters.
/** @type {[RegExp, string][]} */
const DERIVED = [
  [/(?<=....)(?:(?<!si)ness|ly|ment|[ai]ble)$|(?<=.....)(?:[ae]nc[ey]|[ae]nt|ary)$/, ""],
  [/(?<=...[svw])al$|(?<=....)er$|(?<=...[st])or$|(?<=...[st])ion$|(?<=..ain)t$/, ""],
  [/(?<=..)e$/, ""], [/(?<=[^aeiou])y$/, "i"],
  [/(?<=.....)at$/, ""], [/(?<=..)ific$/, "ifi"], [/(?<=....)i[sz]$/, "i"],
  [/(?<=[cv]i)d$/, "s"], [/(?<=..)nd$/, "ns"], [/(?<=ol)ut$/, "v"],
];

/**
 * @param {string} word folded
 */
export function stem(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return word;
  const [ending, instead] = ENDINGS.find(([one]) => one.test(word)) ?? [/$/, ""];
  const single = word.replace(ending, instead);
  const base = single.replace(PAST, "");
  const told = base === single ? base : base.replace(DOUBLED, "$1");
  return DERIVED.reduce((left, [one, other]) => left.replace(one, other), told);
}
