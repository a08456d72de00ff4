// <tiku-home>: where there is a log, what to do next, one tap each. Everybody else gets no more
// than this file and the door to the storage.

import { isLogged } from "../events/logged.js";

// What was begun is kept below this name, see sets/drafts.js, which is not brought for it.
const BEGUN = "set/";

class TikuHome extends HTMLElement {
  /** @type {import("./next-steps.js").NextSteps | null} */
  #steps = null;

  async connectedCallback() {
    if (!(await isLogged(BEGUN).catch(() => false))) return;
    const { NextSteps } = await import("./next-steps.js");
    if (!this.isConnected) return;
    this.#steps = new NextSteps(this);
    await this.#steps.begin();
  }

  disconnectedCallback() {
    this.#steps?.end();
  }
}

customElements.define("tiku-home", TikuHome);
