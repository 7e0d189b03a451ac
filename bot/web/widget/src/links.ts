import { hidden, make } from "./dom";
import { texts } from "./texts";

// Phone numbers, e-mail and web addresses become links; the order of the alternatives matters.
const LINK = /(https?:\/\/[^\s<>"”’]*[^\s<>"”’.,;:!?)])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|((?:\+32|0)[\d ./-]{7,14}\d)/g;

/** A text as nodes, with its addresses and numbers as links. Other schemes than http, https, mailto and tel cannot come out of it. */
export function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(LINK)) {
    const [found, web, mail, phone] = match;
    const number = phone ? dialled(phone) : "";
    if (phone && (/\d/.test(text[match.index - 1] ?? "") || number.length < 11 || number.length > 13)) continue;
    parts.push(text.slice(last, match.index));
    if (web) parts.push(outside(web, found, texts.newTabPlain));
    else parts.push(make("a", { href: mail ? `mailto:${mail}` : `tel:${number}` }, found));
    last = match.index + found.length;
  }
  parts.push(text.slice(last));
  return parts;
}

/** A link that leaves the chat where it is. */
export function outside(url: string, shown: string, note: string): HTMLAnchorElement {
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, shown, hidden(note));
}

/** The address on our server of a path that the server gave; null for anything that leads elsewhere. */
export function ours(path: string, base: string): string | null {
  if (!path.startsWith("/") || path.startsWith("//")) return null;
  const url = new URL(path.slice(1), base);
  return url.origin === new URL(base).origin ? url.href : null;
}

function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, "").replace(/^0/, "+32");
}
