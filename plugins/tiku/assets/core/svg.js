// Making pictures, as dom.js makes the rest of a page: text stays text.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** @type {(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]) => SVGElement} */
export function draw(tag, attributes, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(NAMESPACE, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
