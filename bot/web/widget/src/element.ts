import { Conversation } from "./conversation";
import { empty, hidden, make } from "./dom";
import { Panel } from "./panel";
import style from "./style.css?inline";
import { texts } from "./texts";

const NARROW = "(max-width: 36rem), (max-height: 30rem)";
const SVG = "http://www.w3.org/2000/svg";

/**
 * `<vacature-chat>`: the button and the conversation, in a shadow root of its own. Attributes: `vacancy`, `employer`, `server` (address of the
 * gateway, ending in a slash), `position` (corner or inline), `theme` (light, dark or auto).
 */
export class VacatureChat extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private readonly launcher = make("button", { type: "button", class: "launcher", "aria-expanded": "false", "aria-controls": "panel" });
  private readonly dialog = make("dialog", { id: "panel", "aria-labelledby": "title" });
  private readonly narrow = matchMedia(NARROW);
  private panel: Panel | null = null;
  private conversation: Conversation | null = null;
  private made = false;

  connectedCallback(): void {
    if (!this.made) this.build();
    // Not by the computed direction: that would make the browser lay out the whole page at once.
    this.setAttribute("side", this.closest("[dir]")?.getAttribute("dir") === "rtl" ? "left" : "right");
    this.narrow.addEventListener("change", this.resized);
    document.addEventListener("focusin", this.focused);
  }

  disconnectedCallback(): void {
    this.narrow.removeEventListener("change", this.resized);
    document.removeEventListener("focusin", this.focused);
    this.conversation?.close();
    this.dialog.close();
    this.panel = null;
  }

  /** Opens the conversation, full screen where there is little room. */
  open(): void {
    if (this.dialog.open) return;
    const first = this.panel === null;
    if (first) this.fill();
    this.show();
    if (first) void this.panel?.load();
    // On a touch screen a focused field calls the keyboard, which hides the first words.
    (matchMedia("(pointer: coarse)").matches ? this.panel?.title : this.panel?.input)?.focus();
  }

  /** Puts the conversation away; what is in it stays. The focus goes back to the button. */
  close(): void {
    if (!this.dialog.open) return;
    this.put();
    this.launcher.focus();
  }

  private build(): void {
    this.made = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.root.adoptedStyleSheets = [sheet];
    const label = make("span", { lang: "nl", dir: "ltr" }, texts.open, hidden(this.about()));
    this.launcher.appendChild(icon());
    this.launcher.appendChild(label);
    this.launcher.addEventListener("click", () => (this.dialog.open ? this.close() : this.open()));
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    this.root.appendChild(this.launcher);
    this.root.appendChild(this.dialog);
  }

  private about(): string {
    const employer = this.getAttribute("employer");
    if (this.getAttribute("about")) return texts.openAbout(this.getAttribute("about") ?? "");
    return employer && !this.getAttribute("vacancy") ? texts.openAbout(employer) : texts.openPlain;
  }

  private fill(): void {
    const base = this.getAttribute("server") ?? "/";
    const server = new URL(base, document.baseURI).href;
    const vacancy = this.getAttribute("vacancy") || null;
    const employer = this.getAttribute("employer") || null;
    const page = new URL(vacancy ? `vacancies/${encodeURIComponent(vacancy)}/contact` : "contact", server).href;
    this.conversation = new Conversation(server, vacancy, employer);
    this.panel = new Panel(server, this.conversation, page, employer, () => this.close());
    this.conversation.listen(() => void this.panel?.load());
    empty(this.dialog);
    this.dialog.appendChild(this.panel.content);
  }

  private show(): void {
    this.fit();
    if (this.narrow.matches) this.dialog.showModal();
    else this.dialog.show();
    this.launcher.setAttribute("aria-expanded", "true");
  }

  private put(): void {
    this.dialog.close();
    this.launcher.setAttribute("aria-expanded", "false");
  }

  /** A page without a viewport is laid out 980 pixels wide on a phone and shown small; then the chat is made larger by as much. */
  private fit(): void {
    const shrunk = innerWidth / (screen.width || innerWidth);
    const old = !document.querySelector("meta[name=viewport]") && shrunk > 1.2;
    this.style.setProperty("--vacaturebot-zoom", old ? String(Math.min(shrunk, 4)) : "1");
  }

  /** Between a window and the whole screen while it is open, the focus stays where it was. */
  private readonly resized = (): void => {
    if (!this.dialog.open) return;
    const active = this.root.activeElement as HTMLElement | null;
    this.put();
    this.show();
    active?.focus();
  };

  /** What gets the focus on the page is never wholly behind the conversation (WCAG 2.4.11). */
  private readonly focused = (event: Event): void => {
    const target = event.target as Element | null;
    if (!this.dialog.open || this.narrow.matches || !target || target === this) return;
    const [mine, other] = [this.dialog.getBoundingClientRect(), target.getBoundingClientRect()];
    const behind = other.left >= mine.left && other.right <= mine.right && other.top >= mine.top && other.bottom <= mine.bottom;
    if (behind && this.getAttribute("position") !== "inline") this.put();
  };
}

function icon(): SVGElement {
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("viewBox", "0 0 24 24");
  image.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z");
  image.appendChild(path);
  return image;
}
