// When the reader's days begin: a setting.

import { startDaysAt } from "../core/days.js";
import { store } from "./store.js";

export const NAME = "day-start";

/** Lets days begin as the reader has set; before anything is counted by days. */
export const readDayStart = async () => startDaysAt(await store.setting(NAME));
