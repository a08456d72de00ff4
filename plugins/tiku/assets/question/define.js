// Registers <tiku-question> and <tiku-quiz>.

import { TikuQuestion } from "./question.js";
import { TikuQuiz } from "./quiz.js";

customElements.define("tiku-question", TikuQuestion);
customElements.define("tiku-quiz", TikuQuiz);
