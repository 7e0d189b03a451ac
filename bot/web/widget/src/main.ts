import { VacatureChat } from "./element";
import { texts } from "./texts";

const NAME = "vacature-chat";
const script = document.currentScript as HTMLScriptElement | null;
// Adopted style sheets came last of what the chat needs (Safari 16.4, March 2023).
const able = "adoptedStyleSheets" in Document.prototype && typeof HTMLDialogElement !== "undefined";

if (able && !customElements.get(NAME)) customElements.define(NAME, VacatureChat);

/** Puts the chat that the script's attributes describe on the page. Without a script of its own (an import), pages write the element themselves. */
function place(script: HTMLScriptElement): void {
  if (!script.hasAttribute("data-vacancy") && !script.hasAttribute("data-employer") && !script.hasAttribute("data-position")) return;
  if (!able) {
    const vacancy = script.getAttribute("data-vacancy");
    const link = document.createElement("a");
    link.href = new URL(vacancy ? `vacancies/${encodeURIComponent(vacancy)}/contact` : "contact", script.src).href;
    link.textContent = texts.contactInstead;
    script.parentNode?.insertBefore(link, script.nextSibling);
    return;
  }
  const chat = document.createElement(NAME);
  chat.setAttribute("server", new URL(".", script.src).href);
  for (const name of ["vacancy", "employer", "theme", "about"]) {
    const value = script.getAttribute(`data-${name}`);
    if (value) chat.setAttribute(name, value);
  }
  // Only one chat can stand in the corner; the next ones stand where their script stands.
  const taken = document.querySelector(`${NAME}[position=corner]`) !== null;
  const inline = taken || script.getAttribute("data-position") === "inline";
  chat.setAttribute("position", inline ? "inline" : "corner");
  const inBody = document.body?.contains(script) ?? false;
  if (inline && inBody) script.parentNode?.insertBefore(chat, script.nextSibling);
  else document.body.appendChild(chat);
}

if (script) {
  if (document.body) place(script);
  else document.addEventListener("DOMContentLoaded", () => place(script));
}
