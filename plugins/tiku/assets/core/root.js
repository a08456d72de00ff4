// Where this file stands in a built site: assets/tiku/DIGEST/core/.

/** Beside the folder of this build: the search's files, and where addresses of the catalogue begin. */
export const ASSETS = new URL("../../", import.meta.url);

/** The top of the site. */
export const ROOT = new URL("../../", ASSETS);
