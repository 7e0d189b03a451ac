/** Elements without markup: whatever a page, a bundle or a candidate says becomes text nodes, so nothing is ever read as HTML. */

type Value = string | boolean | null | undefined | ((event: Event) => void);

/** An element; functions become listeners (`onclick`), true an empty attribute, false and null none. No inline styles: a strict policy forbids them. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  fill(element, children);
  return element;
}

/** Appends children; strings become text. Old pages replace `append` and the like by their own. */
export function fill(parent: Node, children: readonly (Node | string)[]): void {
  children.forEach((child) => parent.appendChild(typeof child === "string" ? document.createTextNode(child) : child));
}

/** Takes everything out of an element. */
export function empty(parent: Node): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
}

/** Words that only a screen reader tells. */
export function hidden(text: string): HTMLElement {
  return make("span", { class: "hidden" }, text);
}

/** A button that submits nothing by itself. */
export function button(title: string, press: (event: Event) => void, attributes: Record<string, Value> = {}): HTMLButtonElement {
  return make("button", { type: "button", onclick: press, ...attributes }, title);
}
