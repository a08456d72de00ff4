// What stands behind the `#` of the address; anybody may have written it.

/** The name it gives, as it stands where it cannot be decoded. */
export function addressed(hash = location.hash) {
  const name = hash.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
