// The rooms of the browser's half, from the ground up: each uses only those before it.
const ROOMS = [
  "core", "offline", "events", "memory", "question", "sets", "exam", "lms", "practice", "progress", "search",
  "authoring", "importing", "tools", "flows",
];
// Of those before it, the ones that a room has no business in.
const APART = {
  events: ["offline"],
  memory: ["offline", "events"],
  question: ["offline", "memory"],
  progress: ["practice"],
  search: ["memory", "question", "sets", "exam", "practice", "progress"],
  flows: ["offline", "events", "memory", "question", "sets", "exam", "practice", "progress", "search", "authoring"],
  tools: ["offline", "events", "memory", "sets", "exam", "practice", "progress", "search", "authoring"],
  importing: ["offline", "events", "memory", "question", "sets", "exam", "practice", "progress", "search", "authoring"],
  authoring: ["events", "memory", "sets", "exam", "practice", "progress", "offline", "search"],
};
const STYLES_ONLY = ["pages"];
const inRoom = (names) => `assets/(${names.join("|")})/`;
const closed = (room, at) => [...ROOMS.slice(at + 1), ...(APART[room] ?? [])];

module.exports = {
  forbidden: [
    ...ROOMS.map((room, at) => ({
      name: `${room}-uses-only-what-is-below`,
      severity: "error",
      from: { path: inRoom([room]) },
      to: { path: inRoom([...closed(room, at), ...STYLES_ONLY]) },
    })),
    {
      name: "every-room-has-its-place",
      severity: "error",
      from: { path: "assets/[^/]+/", pathNot: inRoom(ROOMS) },
      to: {},
    },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "every-import-is-there", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: { doNotFollow: { path: "node_modules" }, moduleSystems: ["es6"] },
};
