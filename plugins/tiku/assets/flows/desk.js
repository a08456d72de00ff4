// <tiku-desk>: what to do day by day; the days and the letters follow the day filled in.

import { askForDays, daysOf } from "./days.js";
import { equip, fill } from "./forms.js";

class TikuDesk extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".tiku-form-controls")) return;
    equip(this);
    askForDays(this, () => this.#show());
    this.#show();
  }

  #show() {
    const days = daysOf(this);
    for (const section of this.querySelectorAll("section")) {
      days.show(section);
      fill(section, { day: days.day, due: days.due(section) });
    }
  }
}

customElements.define("tiku-desk", TikuDesk);
