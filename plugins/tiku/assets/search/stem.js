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

/** One syllable that lost an e: rat of rating is rate, and plan of planning is none. */
const SHORT = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;

// What makes another word of one, and what is left; in turn, each from at least so many letters.
/** @type {[RegExp, string][]} */
const DERIVED = [
  [/(?<=....)(?:(?<!si)ness|ly|ment|[ai]ble)$|(?<=.....)(?:[ae]nc[ey]|[ae]nt|ary)$/, ""],
  [/^([^aeiouy]{2,}[aeiouy][^aeiouwxy])er$/, "$1e"],
  [/(?<=...[svw])al$|(?<=....)er$|(?<=...[st])or$|(?<=...[st])ion$|(?<=..ain)t$/, ""],
  [/(?<!^[^aeiouy]*[aeiouy][^aeiouwxy])(?<=..)e$/, ""], [/(?<=[^aeiou])y$/, "i"],
  [/(?<=.....)at$/, ""], [/(?<=..)ific$/, "ifi"], [/(?<=....)i[sz]$/, "i"],
  [/(?<=[cv]i)d$/, "s"], [/(?<=..)nd$/, "ns"], [/(?<=ol)ut$/, "v"],
];

// Beginnings of words that look like others with an ending, and are none.
const OTHERS = new RegExp(`^(?:${`
  adversar apartment arbitrar audition bother candidat career center chapter charter compassion competen
  compliment contention convention conversation corner customar customer department envelope expedition
  experiment faction factor(?!y|i) flower former importan intend literar master militar mission morale
  mother negligib number passion paste pastor pending petition ponder portion proper(?!t) quarter question
  quite$ revelation secretar section sector send sentiment shower station successio successor suites?$
  supper supplement tend(?!er) tender tension tractor traitor unite wander
`.trim().replace(/\s+/g, "|")})`);

/**
 * @param {string} word folded
 */
export function stem(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return word;
  const other = OTHERS.exec(word);
  return other ? other[0] : DERIVED.reduce((left, [one, instead]) => left.replace(one, instead), uninflected(word));
}

/** Without what tells number or time. @param {string} word */
function uninflected(word) {
  const [ending, instead] = ENDINGS.find(([one]) => one.test(word)) ?? [/$/, ""];
  const single = word.replace(ending, instead);
  const base = single.replace(PAST, "");
  if (base === single) return ending === ENDINGS[1][0] ? whole(base) : base;
  const told = base.replace(DOUBLED, "$1");
  return told === base ? whole(base) : told;
}

/** @param {string} cut */
const whole = (cut) => (SHORT.test(cut) ? `${cut}e` : cut);
