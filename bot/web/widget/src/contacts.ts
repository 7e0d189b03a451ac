import type { Contact } from "./api";
import { make } from "./dom";
import { outside } from "./links";
import { texts } from "./texts";

/** The people of the bundle, reachable with one click, and the page that has them too. `known`: the bundle has been asked. */
export function contactList(contacts: readonly Contact[], page: string, known: boolean): Node[] {
  const heading = make("h3", {}, texts.contactTitle);
  const items = contacts.map((contact) => {
    const who = [contact.name, contact.role].filter(Boolean).join(", ");
    const ways: (Node | string)[] = contact.phones.map((phone) => make("a", { href: `tel:${phone.number}` }, phone.shown));
    if (contact.email) ways.push(make("a", { href: `mailto:${contact.email}` }, contact.email));
    const line = ways.flatMap((way, place) => (place ? [", ", way] : [way]));
    return make("li", {}, ...(who ? [`${who}: `] : []), ...line, ...(contact.hours ? [` (${contact.hours})`] : []));
  });
  const list = items.length ? [make("ul", {}, ...items)] : known ? [make("p", {}, texts.noContact)] : [];
  return [heading, ...list, make("p", {}, outside(page, texts.contactPage, texts.newTabPlain))];
}
