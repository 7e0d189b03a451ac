import { VacatureChat } from "./element";

const NAME = "vacature-chat";
const script = document.currentScript as HTMLScriptElement | null;

if (!customElements.get(NAME)) customElements.define(NAME, VacatureChat);

/** Puts the chat that the script's attributes describe on the page. Without a script of its own (an import), pages write the element themselves. */
function place(script: HTMLScriptElement): void {
  if (!script.hasAttribute("data-vacancy") && !script.hasAttribute("data-employer") && !script.hasAttribute("data-position")) return;
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
