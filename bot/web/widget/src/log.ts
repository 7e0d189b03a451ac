import type { Button, Citation, Reply } from "./api";
import { button, empty, fill, hidden, make } from "./dom";
import { linked, ours, outside } from "./links";
import { texts } from "./texts";

export interface Heard {
  /** A quick answer was chosen. */
  say(payload: string, title: string): void;
  /** A reply was found helpful or not. Rejects when that could not be stored. */
  judge(reply: string, helpful: boolean): Promise<void>;
}

/** The transcript: a live region in which each message tells who said it. */
export class Log {
  readonly element = make("div", { role: "log", "aria-live": "polite", "aria-label": texts.conversation, class: "log" });
  private readonly list = make("ol");

  constructor(
    private readonly base: string,
    private readonly heard: Heard,
  ) {
    this.element.appendChild(this.list);
  }

  /** Empties the transcript. */
  clear(): void {
    empty(this.list);
  }

  /** What is put in now is history: it is shown, not announced. */
  silently(put: () => void): void {
    this.element.setAttribute("aria-live", "off");
    put();
    setTimeout(() => this.element.setAttribute("aria-live", "polite"), 500);
  }

  /** A message of the candidate. */
  mine(text: string): HTMLElement {
    return this.add(texts.me, text, "mine");
  }

  /** Words of the chat that are no reply: nothing can be found of them. */
  note(text: string): HTMLElement {
    return this.add(texts.bot, text, "notice");
  }

  /** A reply. Its buttons only stand there while it is the last. */
  reply(reply: Reply, last: boolean): HTMLElement {
    const { said, source } = parted(reply);
    const item = this.add(texts.bot, said, reply.kind);
    if (reply.citations.length) item.appendChild(this.sources(reply.citations, source));
    if (reply.buttons.length && last) item.appendChild(this.choices(reply.buttons));
    if (reply.kind === "answer") item.appendChild(this.opinion(reply));
    return item;
  }

  /** Takes the quick answers away: they belong to a question that is answered. */
  settle(): void {
    this.list.querySelectorAll(".choices").forEach((group) => group.parentNode?.removeChild(group));
  }

  private add(who: string, text: string, kind: string): HTMLElement {
    const item = make("li", { class: kind }, hidden(`${who}: `), make("p", { class: "text" }, ...linked(text)));
    this.list.appendChild(item);
    return item;
  }

  private sources(citations: readonly Citation[], told: string | null): HTMLElement {
    const places = new Map<string, string>();
    for (const citation of citations) {
      const url = ours(citation.url, this.base);
      const place = [citation.title, citation.section, citation.page ? texts.page(citation.page) : null].filter(Boolean).join(", ");
      if (url && !places.has(place)) places.set(place, url);
    }
    const links: (Node | string)[] = [];
    const name = (place: string): string => (places.size === 1 && told ? told : place);
    places.forEach((url, place) => links.push(...(links.length ? ["; "] : []), outside(url, name(place), texts.newTab)));
    return make("p", { class: "source" }, texts.sources(places.size), ...links);
  }

  private choices(buttons: readonly Button[]): HTMLElement {
    const group = make("div", { class: "choices", role: "group", "aria-label": texts.choices });
    fill(
      group,
      buttons.map((choice) => button(choice.title, () => this.heard.say(choice.payload, choice.title), { class: "quiet" })),
    );
    return group;
  }

  private opinion(reply: Reply): HTMLElement {
    const thanks = make("span", { role: "status" });
    const group = make("div", { class: "opinion", role: "group", "aria-label": texts.opinionGroup }, make("span", {}, texts.opinion));
    const judge = (helpful: boolean, title: string): HTMLButtonElement => {
      const press = async (): Promise<void> => {
        try {
          await this.heard.judge(reply.id, helpful);
        } catch {
          return;
        }
        group.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === made)));
        thanks.textContent = texts.thanks;
      };
      const made = button(title, () => void press(), { class: "quiet small", "aria-pressed": "false" });
      return made;
    };
    fill(group, [judge(true, texts.yes), judge(false, texts.no), thanks]);
    return group;
  }
}

/** A reply's text is complete by itself; here the line that names the source becomes the link to it. */
function parted(reply: Reply): { said: string; source: string | null } {
  const lines = reply.text.split("\n");
  const place = lines.findIndex((line) => line.startsWith(texts.source));
  if (place < 1 || !reply.citations.length) return { said: reply.text, source: null };
  const source = (lines[place] as string).slice(texts.source.length).replace(/\.$/, "");
  return { said: [...lines.slice(0, place), ...lines.slice(place + 1)].join("\n"), source };
}
