// Registers the elements; the only module that does something by being imported.

import { TikuQuestion } from "./question.js";
import { TikuQuiz } from "./quiz.js";

customElements.define("tiku-question", TikuQuestion);
customElements.define("tiku-quiz", TikuQuiz);
