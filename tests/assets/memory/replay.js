// Histories from standard input -> what FSRS makes of them, for test_memory.py.
//
// In: [{ answers: [{ day, right }], day }]; out, for each: the memory after each answer with its
// due day, and the probability of recall on the day at the end.

import { readFileSync } from "node:fs";

import { answered, due, recall } from "../../../plugins/tiku/assets/memory/fsrs.js";

const replayed = JSON.parse(readFileSync(0, "utf8")).map(({ answers, day }) => {
  let memory = null;
  const states = answers.map((answer) => {
    memory = answered(memory, answer);
    return { ...memory, due: due(memory) };
  });
  return { states, recall: recall(memory, day) };
});

process.stdout.write(JSON.stringify(replayed));
