// Keeping the log: to a file and back, by a link to another device, held by the browser, deleted.

import { confirmed } from "../core/confirm.js";
import { copied } from "../core/copying.js";
import { make } from "../core/dom.js";
import { store } from "../events/store.js";
import { button } from "../core/controls.js";
import { OfflinePanel } from "../offline/panel.js";
import { words } from "./words.js";
import { MOVED, inflated, parsed, read, serialised } from "./backup-format.js";
import { canHaveFolder, folderOf, forgetFolder, pickFolder, synchronised } from "./folder.js";
import { fromLink, linksOf, unknown, wholeOf } from "./transfer-link.js";
import { joined, missing, partOf, withPart } from "./transfer-parts.js";

/** @import { Moved } from "./backup-format.js" */

const HASH = "#import=";
const PART_HASH = "#part=";
// Parts that came, until the last has.
const ARRIVED = "transfer";

/** The section at the end of the page. */
export class Keeping {
  #changed;
  #said = make("p", { role: "status", class: "tiku-said" });
  #link = make("div");
  #file = make("input", { type: "file", accept: ".json,application/json", class: "tiku-file" });
  #persisted = make("div");
  #offline = new OfflinePanel().element;
  #folder = make("div");
  element = make("section", {}, make("h3", {}, words.keeping), make("p", {}, words.whereKept), this.#persisted,
    make("p", { class: "tiku-controls" },
      button(words.export, () => this.#export(), "tiku-button"),
      make("label", { class: "tiku-way" }, words.import, this.#file),
      button(words.link, () => this.#makeLink()), button(words.codes, () => this.#makeCodes())),
    this.#link, this.#folder, this.#said, this.#offline,
    make("p", { class: "tiku-controls" }, button(words.clear, () => this.#clear())));

  /** @param {() => unknown} changed settings came along */
  constructor(changed) {
    this.#changed = changed;
    this.#file.addEventListener("change", () => this.#import());
    this.#showPersisted();
    if (canHaveFolder()) this.#showFolder();
  }

  /** Asks about what an address brings from another device, and takes it off the address. */
  async arrive() {
    const { hash } = location;
    if (![HASH, PART_HASH].some((one) => hash.startsWith(one))) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    const whole = hash.startsWith(HASH) ? hash.slice(HASH.length) : await this.#collected(hash.slice(PART_HASH.length));
    if (whole === null) return;
    const text = await inflated(whole);
    const brought = fromLink(parsed(text)) ?? read(text);
    if (typeof brought === "string") return this.#say(words.flaws[brought]);
    const question = words.askLink({ number: brought.events.length });
    if (await confirmed(this.element, words.import, question, { yes: words.merge, no: words.cancel })) await this.#merge(brought);
  }

  /** The whole once its last part came; null until then. @param {string} address */
  async #collected(address) {
    const part = partOf(address);
    if (!part) return "";
    const arrived = withPart(await store.setting(ARRIVED), part);
    const left = missing(arrived);
    await store.set(ARRIVED, left.length ? arrived : undefined);
    if (!left.length) return joined(arrived);
    this.#say(words.partArrived({ at: part.at, of: part.of, missing: left.join(words.listed) }));
    return null;
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  async #showPersisted(refused = false) {
    const kept = (await navigator.storage?.persisted?.()) ?? false;
    const ask = button(words.persist, async () => this.#showPersisted(!(await navigator.storage?.persist?.())));
    this.#persisted.replaceChildren(...(kept
      ? [make("p", {}, words.persisted)]
      : [make("p", {}, words.mayBeWiped), make("p", { class: "tiku-controls" }, ask), make("p", { role: "status" }, refused ? words.notPersisted : "")]));
  }

  /** @returns {Promise<Moved>} */
  async #moved() {
    const settings = await Promise.all(MOVED.map(async (name) => [name, await store.setting(name)]));
    return { events: store.all(), settings: Object.fromEntries(settings.filter(([, value]) => value !== null)) };
  }

  async #written() {
    return serialised(await this.#moved(), new Date().toISOString());
  }

  async #showFolder() {
    const folder = await folderOf();
    const ways = folder
      ? [button(words.syncNow({ name: folder.name }), () => this.#synchronise(folder)), button(words.syncForget, async () => {
        await forgetFolder();
        await this.#showFolder();
      })]
      : [button(words.syncPick, async () => {
        const picked = await pickFolder();
        if (picked) await this.#synchronise(picked);
      })];
    this.#folder.replaceChildren(make("p", { class: "tiku-note-small" }, words.syncHow), make("p", { class: "tiku-controls" }, ...ways));
  }

  /** @param {any} folder */
  async #synchronise(folder) {
    const merge = (/** @type {Moved} */ moved) => this.#kept(moved);
    const done = await synchronised(folder, merge, () => this.#written()).catch(() => null);
    await this.#showFolder();
    if (!done) return this.#say(words.syncFailed);
    this.#say(words.synced({ fresh: done.fresh }) + (done.unread.length ? words.syncUnread({ names: done.unread.join(words.clauses) }) : ""));
  }

  async #export() {
    const file = new Blob([await this.#written()], { type: "application/json" });
    const address = URL.createObjectURL(file);
    make("a", { href: address, download: `tiku-${new Date().toISOString().slice(0, 10)}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    this.#say(words.exported({ number: store.all().length }));
  }

  async #makeLink() {
    const texts = await linksOf(await this.#moved());
    const fields = texts.map((text, index) => this.#linkField(text, texts.length > 1 ? words.linkPart({ at: index + 1, of: texts.length }) : words.linkLabel));
    this.#link.replaceChildren(make("p", {}, words.linkMade), ...(texts.length > 1 ? [make("p", {}, words.linkParts({ number: texts.length }))] : []), ...fields);
  }

  async #makeCodes() {
    const [{ codes }, text] = await Promise.all([import("./codes.js"), wholeOf(await this.#moved())]);
    this.#link.replaceChildren(make("p", {}, words.codesMade), codes(text, location.origin + location.pathname + PART_HASH));
  }

  /** @type {(text: string, label: string) => HTMLElement} */
  #linkField(text, label) {
    const field = make("input", { type: "text", readonly: true, value: location.origin + location.pathname + HASH + text });
    const copy = button(words.copy, async () => {
      const isCopied = await copied(field.value, field);
      field.select();
      this.#say(isCopied ? words.copied : words.uncopied);
    });
    return make("p", { class: "tiku-controls" }, make("label", { class: "tiku-link" }, label, " ", field), copy);
  }

  async #import() {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    const brought = read(await file.text());
    this.#file.value = "";
    if (typeof brought === "string") this.#say(words.flaws[brought]);
    else await this.#merge(brought);
  }

  /** What this browser has set already stays. @param {Moved} moved @returns how many events were new */
  async #kept({ events, settings }) {
    for (const [name, value] of Object.entries(settings)) {
      if ((await store.setting(name)) === null) await store.set(name, value);
    }
    await this.#changed();
    return store.merge(unknown(events, (question) => store.eventsOf(question)));
  }

  /** @param {Moved} moved */
  async #merge(moved) {
    const { events } = moved;
    const fresh = await this.#kept(moved);
    this.#say(words[fresh < events.length ? "importedSome" : "imported"]({ fresh, all: events.length }) + (store.lasting ? "" : words.importedUnsaved));
  }

  async #clear() {
    if (!(await confirmed(this.element, words.clear, words.clearQuestion, { yes: words.clear, no: words.cancel }))) return;
    this.#say((await store.clear()) ? words.cleared : words.notCleared);
  }
}
