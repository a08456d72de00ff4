// <tiku-form>: a form on its own page, to be copied or printed alone. What the step of a flow that led
// here knows comes with the address.

import { equip, fill } from "./forms.js";

class TikuForm extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".tiku-form-controls")) return;
    equip(this);
    const given = new URLSearchParams(location.search);
    fill(this, Object.fromEntries(["day", "due", "path"].map((name) => [name, given.get(`form.${name}`) ?? ""])));
  }
}

customElements.define("tiku-form", TikuForm);
