// The chat panel. Everything the bot says is put in the page as text, never as HTML.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const panel = byId("chat");
  const list = byId("chat-log").querySelector("ol");
  const form = byId("chat-form");
  const input = byId("chat-message");
  const send = form.querySelector("button[type=submit]");
  const conversations = new Map(); // vacancy -> {id, messages}
  let current = { vacancy: "", id: null, messages: [] };
  let opener = null;
  let busy = false;

  // Phone numbers, e-mail and web addresses become links; the order of the alternatives matters.
  const LINK = /(https?:\/\/[^\s<>"”’]*[^\s<>"”’.,;:!?)])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|((?:\+32|0)[\d ./-]{7,14}\d)/g;

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function linked(text) {
    const parts = [];
    let last = 0;
    for (const match of text.matchAll(LINK)) {
      const [found, web, mail, phone] = match;
      const digits = phone ? phone.replace(/[^\d+]/g, "").replace(/^0/, "+32") : "";
      if (phone && (/\d/.test(text[match.index - 1] ?? "") || digits.length < 11 || digits.length > 13)) continue;
      parts.push(text.slice(last, match.index));
      parts.push(make("a", { href: web || (mail ? `mailto:${mail}` : `tel:${digits}`) }, found));
      last = match.index + found.length;
    }
    parts.push(text.slice(last));
    return parts;
  }

  function add(who, text, className) {
    const item = make("li", { className }, make("span", { className: "hidden" }, `${who}: `), make("p", { className: "text" }, ...linked(text)));
    list.append(item);
    current.messages.push(item);
    return item;
  }

  function sources(citations) {
    const entries = citations.map((citation) => {
      const place = [citation.title, citation.section, citation.page ? `p. ${citation.page}` : null].filter(Boolean).join(", ");
      return make("li", {}, make("a", { href: citation.url }, place), make("blockquote", {}, citation.quote));
    });
    return make("details", {}, make("summary", {}, citations.length > 1 ? "Bronnen" : "Bron"), make("ul", {}, ...entries));
  }

  function choices(buttons) {
    const group = make("div", { className: "choices" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Snelle antwoorden");
    for (const button of buttons) {
      const element = make("button", { type: "button" }, button.title);
      element.addEventListener("click", () => {
        input.focus();
        turn(button.payload, button.title);
      });
      group.append(element);
    }
    return group;
  }

  function opinion(reply) {
    const group = make("div", { className: "opinion" }, make("span", {}, "Helpt dit antwoord?"));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Je mening over dit antwoord");
    for (const [title, helpful] of [["Ja", true], ["Nee", false]]) {
      const element = make("button", { type: "button" }, title);
      element.setAttribute("aria-pressed", "false");
      element.addEventListener("click", async () => {
        const given = await ask("POST", "/api/feedback", { conversation_id: current.id, reply_id: reply.id, helpful });
        if (!given.ok) return fail(given);
        group.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === element)));
      });
      group.append(element);
    }
    return group;
  }

  async function ask(method, path, body) {
    try {
      const headers = body ? { "Content-Type": "application/json" } : {};
      const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
      return { ok: response.ok, data: response.status === 204 ? {} : await response.json() };
    } catch {
      return { ok: false, data: {} };
    }
  }

  function fail(answer) {
    byId("chat-error").textContent = answer.data.error?.message ?? "Ik ben even niet bereikbaar. Controleer je verbinding en probeer het opnieuw.";
  }

  function setBusy(value) {
    busy = value;
    send.setAttribute("aria-disabled", String(value));
    byId("chat-status").textContent = value ? "De chatbot zoekt een antwoord…" : "";
  }

  async function turn(message, shown) {
    if (busy || !message.trim()) return;
    const mine = current;
    byId("chat-error").textContent = "";
    setBusy(true);
    const body = { message, vacancy: mine.vacancy || null };
    if (mine.id) body.conversation_id = mine.id;
    const answer = await ask("POST", "/api/chat", body);
    setBusy(false);
    if (mine !== current) return;
    if (!answer.ok) {
      fail(answer);
      input.value ||= shown;
      return;
    }
    if (input.value.trim() === message.trim()) input.value = "";
    mine.id = answer.data.conversation_id;
    list.querySelectorAll(".choices").forEach((group) => group.remove());
    const question = add("Jij", shown, "mine");
    for (const reply of answer.data.replies) {
      const item = add("Chatbot", reply.text, reply.kind);
      if (reply.citations.length) item.append(sources(reply.citations));
      if (reply.buttons.length) item.append(choices(reply.buttons));
      if (reply.kind === "answer") item.append(opinion(reply));
    }
    // The question at the top, the answer, its buttons and its source below it.
    const log = byId("chat-log");
    log.scrollTop += question.getBoundingClientRect().top - log.getBoundingClientRect().top;
  }

  function open(button) {
    opener?.setAttribute("aria-expanded", "false");
    opener = button;
    button.setAttribute("aria-expanded", "true");
    const { vacancy, title } = button.dataset;
    if (!conversations.has(vacancy)) conversations.set(vacancy, { vacancy, id: null, messages: [] });
    current = conversations.get(vacancy);
    list.replaceChildren(...current.messages);
    byId("chat-title").textContent = `Chatbot: ${title}`;
    byId("chat-error").textContent = "";
    button.after(panel);
    panel.hidden = false;
    input.focus();
  }

  function close() {
    panel.hidden = true;
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    turn(input.value, input.value.trim());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  byId("chat-close").addEventListener("click", close);
  byId("chat-erase").addEventListener("click", async () => {
    if (busy) return;
    if (current.id) {
      const answer = await ask("DELETE", `/api/chat/${encodeURIComponent(current.id)}`);
      if (!answer.ok) return fail(answer);
    }
    Object.assign(current, { id: null, messages: [] });
    list.replaceChildren();
    byId("chat-status").textContent = "Je gesprek is gewist.";
    input.focus();
  });
  document.querySelectorAll(".open-chat").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => open(button));
  });
})();
