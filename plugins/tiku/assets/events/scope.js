// What the records of this site are kept under; sites of one host that say the same share them.
// A site with `storage:` of its own is published with another name here (rendering/scripts.py).

export const SCOPE = "tiku";
