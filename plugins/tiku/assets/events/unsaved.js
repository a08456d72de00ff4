// <tiku-unsaved>: says so while answers are not kept, and nothing while they are.

import { words } from "../core/trouble-words.js";
import { store } from "./store.js";

class TikuUnsaved extends HTMLElement {
  connectedCallback() {
    this.className = "tiku-unsaved";
    this.setAttribute("role", "status");
    store.addEventListener("lasting", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    store.removeEventListener("lasting", this);
  }

  handleEvent() {
    this.textContent = store.lasting ? "" : words.unsaved;
  }
}

customElements.define("tiku-unsaved", TikuUnsaved);

/** A notice to be put where a reader begins. */
export const unsavedNotice = () => document.createElement("tiku-unsaved");
