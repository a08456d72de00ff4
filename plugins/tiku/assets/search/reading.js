// The data of the search, beside the folder of this build.

const DATA = new URL("../../search/", import.meta.url);

/**
 * A file of the search; offline what the browser has kept will do.
 * @param {string} name
 * @param {RequestCache} [cache]
 */
export async function read(name, cache = "default") {
  const address = new URL(name, DATA);
  const response = await fetch(address, { cache }).catch(() => fetch(address, { cache: "force-cache" }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
