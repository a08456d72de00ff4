// The top of the site, from where this file stands.

export const ROOT = new URL("../../../", import.meta.url);
