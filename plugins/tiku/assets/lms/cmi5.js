// cmi5: statements to a learning record store (xAPI 1.0.3), as the platform's launch tells.

import { longForm, longPatterns, typeOf } from "./interactions.js";

/** @import { Answer, Asked, Lesson, Outcome, Platform } from "./types.js" */

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/";
const OWN = "tiku";
const LISTED = { single: "choices", multiple: "choices", ordering: "choices", matching: "target" };

/** @typedef {{endpoint: string, activityId: string, registration: string, agent: any, token: string}} Launch */

/** @param {Lesson} lesson @returns {Promise<Platform | null>} null outside of a platform */
export async function connect(lesson) {
  const asked = new URLSearchParams(location.search);
  const fetched = asked.get("fetch");
  if (!fetched || !asked.get("endpoint")) return null;
  const token = (await (await fetch(fetched, { method: "POST" })).json())["auth-token"];
  const [endpoint, activityId, registration, actor] = ["endpoint", "activityId", "registration", "actor"].map((name) => asked.get(name) ?? "");
  const store = new RecordStore({ endpoint: endpoint.replace(/(?<!\/)\/*$/, "/"), activityId, registration, agent: JSON.parse(actor), token });
  const data = JSON.parse((await store.read("LMS.LaunchData")) || "{}");
  await store.preferences();
  const platform = new Cmi5(lesson, store, data, await store.read(OWN));
  await platform.begin();
  return platform;
}

/** The door to the record store. */
class RecordStore {
  #launch;

  /** @param {Launch} launch */
  constructor(launch) {
    this.#launch = launch;
  }

  get launch() {
    return this.#launch;
  }

  /** What a state of this registration holds; "" where there is none yet. @param {string} name */
  async read(name) {
    const response = await this.#ask("GET", "activities/state", this.#state(name));
    return response.ok ? response.text() : "";
  }

  /** @type {(name: string, text: string) => Promise<boolean>} */
  async write(name, text) {
    return (await this.#ask("PUT", "activities/state", this.#state(name), text, "text/plain")).ok;
  }

  /** The platform asks every lesson to look at them; ours has nothing to set. */
  async preferences() {
    const { agent } = this.#launch;
    await this.#ask("GET", "agents/profile", { agent: JSON.stringify(agent), profileId: "cmi5LearnerPreferences" });
  }

  /** Sent again they are the same ones: a store keeps each once. @param {object[]} statements */
  async send(statements) {
    const { ok, status } = await this.#ask("POST", "statements", {}, JSON.stringify(statements), "application/json");
    return ok || status === 409;
  }

  /** @param {string} name */
  #state(name) {
    const { activityId, registration, agent } = this.#launch;
    return { activityId, registration, agent: JSON.stringify(agent), stateId: name };
  }

  /** @type {(method: string, path: string, query: Record<string, string>, body?: string, type?: string) => Promise<Response>} */
  #ask(method, path, query, body, type) {
    const { endpoint, token } = this.#launch;
    const asked = new URLSearchParams(query).toString();
    const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3", ...(type && { "Content-Type": type }) };
    // What is said when the page is left arrives after it.
    return fetch(`${endpoint}${path}${asked && "?"}${asked}`, { method, headers, body, keepalive: (body ?? "").length < 60000 });
  }
}

/** @implements {Platform} */
class Cmi5 {
  limit = 64000;
  #lesson;
  #store;
  #data;
  #opened = performance.now();
  /** @type {object[] | null} */
  #said = null;
  /** @type {string | null} what is to be kept next */
  #waiting = null;
  /** @type {Promise<boolean> | null} */
  #keeping = null;

  /**
   * @param {Lesson} lesson
   * @param {RecordStore} store
   * @param {any} data of the launch
   * @param {string} kept
   */
  constructor(lesson, store, data, kept) {
    this.#lesson = lesson;
    this.#store = store;
    this.#data = data;
    this.kept = kept;
    this.isReview = data.launchMode === "Review" || data.launchMode === "Browse";
    this.mark = typeof data.masteryScore === "number" ? data.masteryScore : null;
  }

  begin() {
    return this.#store.send([this.#about("initialized", {})]);
  }

  /** One after the other: what was said first must not arrive last. @param {string} standing */
  keep(standing) {
    this.#waiting = standing;
    return (this.#keeping ??= this.#keepAll());
  }

  async #keepAll() {
    try {
      let has = false;
      while (this.#waiting !== null) has = await this.#keepWaiting();
      return has;
    } finally {
      this.#keeping = null;
    }
  }

  #keepWaiting() {
    const standing = this.#waiting ?? "";
    this.#waiting = null;
    return this.#store.write(OWN, standing);
  }

  /** @param {Outcome} outcome */
  finish(outcome) {
    this.#said ??= [...outcome.answers.map((answer) => this.#answered(answer, outcome.at)), ...this.#verdict(outcome)];
    return this.#store.send(this.#said);
  }

  close() {
    if (this.#waiting !== null) this.#keepWaiting();
    this.#store.send([this.#about("terminated", { duration: this.#duration })]);
  }

  get #duration() {
    return `PT${Math.round((performance.now() - this.#opened) / 1000)}S`;
  }

  /** @param {Outcome} outcome */
  #verdict({ scaled, passed, at }) {
    const { mark } = this;
    const extra = { moveon: true, at, ...(mark !== null && passed !== null && { mark }) };
    const duration = this.#duration;
    const score = scaled === null ? {} : { score: { scaled, raw: Math.round(scaled * 10000) / 100, min: 0, max: 100 } };
    const judged = passed === null ? [] : [this.#about(passed ? "passed" : "failed", { success: passed, duration, ...score }, extra)];
    return [...judged, this.#about("completed", { completion: true, duration }, { moveon: true, at })];
  }

  /** A statement that cmi5 defines. @type {(verb: string, result: object, extra?: {moveon?: boolean, mark?: number, at?: string}) => object} */
  #about(verb, result, { moveon = false, mark, at = new Date().toISOString() } = {}) {
    const categories = [`${CMI5}categories/cmi5`, ...(moveon ? [`${CMI5}categories/moveon`] : [])].map((id) => ({ id }));
    const extensions = mark === undefined ? {} : { [`${CMI5}extensions/masteryscore`]: mark };
    const object = { objectType: "Activity", id: this.#store.launch.activityId };
    return this.#statement(verb, object, result, categories, extensions, at);
  }

  /** @type {(answer: Answer, at: string) => object} */
  #answered(answer, at) {
    const { asked, response, points, of, outcome } = answer;
    const result = {
      ...(response.length && { response: longForm(asked, response) }),
      ...(outcome !== "ungraded" && { success: outcome === "right" }),
      ...(of && outcome !== "ungraded" && { score: { scaled: points / of, raw: points / 2, min: 0, max: of / 2 } }),
    };
    const object = { objectType: "Activity", id: `${this.#lesson.id}:q:${asked.id}`, definition: this.#definition(answer) };
    return this.#statement("answered", object, result, [], {}, at);
  }

  /** @param {Answer} answer */
  #definition(answer) {
    const { asked, response } = answer;
    return {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      description: this.#text(asked.stem),
      interactionType: typeOf(asked, response),
      ...filled({ correctResponsesPattern: longPatterns(answer) }),
      ...this.#components(asked),
    };
  }

  /** @param {Asked} asked */
  #components({ kind, choices, prompts }) {
    const listed = (/** @type {[string, string][]} */ list) => list.map(([id, text]) => ({ id, description: this.#text(text) }));
    const name = /** @type {Record<string, string>} */ (LISTED)[kind];
    return { ...(name && { [name]: listed(choices) }), ...(kind === "matching" && { source: listed(prompts) }) };
  }

  /** @param {string} text */
  #text(text) {
    return { [this.#lesson.language]: text };
  }

  /** @type {(verb: string, object: object, result: object, category: object[], extensions: object, at: string) => object} */
  #statement(verb, object, result, category, extensions, at) {
    const template = this.#data.contextTemplate ?? {};
    const { registration, agent } = this.#store.launch;
    const activities = { ...template.contextActivities, ...(category.length && { category }) };
    const told = { ...template.extensions, ...extensions };
    return {
      id: uuid(), actor: agent, verb: { id: `${VERBS}${verb}`, display: { en: verb } }, object, ...filled({ result }),
      context: { ...template, registration, ...filled({ contextActivities: activities, extensions: told }) },
      timestamp: at,
    };
  }
}

/** Without what is empty: a store may refuse it. @param {Record<string, object>} parts */
const filled = (parts) => Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length));

/** Random also where randomUUID is missing: pages that are not served over https. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
