import { Failure, type FilledIn, type Transcript, type Turn, type Welcome } from "./api";
import { contactList } from "./contacts";
import type { Conversation } from "./conversation";
import { button, empty, fill, hidden, make } from "./dom";
import { eligibilityForm, signupForm, type Form, type SignupView } from "./forms";
import { outside } from "./links";
import { Log } from "./log";
import { texts } from "./texts";

const LONGEST = 2000;

/** The conversation on the screen: transcript, form, suggestions, what goes on, and where the candidate types. */
export class Panel {
  readonly title = make("h2", { tabindex: "-1", id: "title" }, texts.title);
  readonly content: HTMLElement;
  readonly input = make("textarea", { id: "message", rows: "2", autocomplete: "off", "aria-describedby": "alert" });
  private readonly log: Log;
  private readonly status = make("p", { role: "status", class: "status" });
  private readonly alert = make("div", { role: "alert", class: "alert", id: "alert" });
  private readonly formPlace = make("div");
  private readonly suggested = make("div", { class: "choices suggestions", role: "group", "aria-label": texts.suggestions });
  private readonly contacts = make("section", { class: "contacts", id: "contacts", "aria-label": texts.contactTitle, hidden: true });
  private readonly contactButton = button(texts.contact, () => this.toggleContacts(), {
    class: "quiet small",
    "aria-expanded": "false",
    "aria-controls": "contacts",
  });
  private readonly eraser = make("div", { class: "eraser" });
  private readonly scroller: HTMLElement;
  private form: Form | SignupView | null = null;
  private welcome: Welcome | null = null;
  private busy = false;
  private begun = false;

  constructor(
    base: string,
    private readonly conversation: Conversation,
    private readonly contactPage: string,
    employer: string | null,
    close: () => void,
  ) {
    this.log = new Log(base, {
      say: (payload, title) => {
        this.input.focus();
        void this.say(payload, title);
      },
      judge: (reply, helpful) => conversation.judge(reply, helpful).catch((error) => this.failed(error, null, true)),
    });
    this.name(employer);
    const composer = make(
      "form",
      { class: "composer", novalidate: true, onsubmit: (event) => this.submitted(event) },
      make("label", { for: "message" }, texts.question),
      make("div", { class: "line" }, this.input, make("button", { type: "submit" }, texts.send)),
    );
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submitted(event);
    });
    this.scroller = make(
      "div",
      { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.scroller },
      this.log.element,
      this.suggested,
      this.formPlace,
    );
    this.content = make(
      "div",
      { class: "content", lang: "nl", dir: "ltr" },
      make(
        "div",
        { class: "head" },
        make("div", {}, this.title, make("p", { class: "nature" }, texts.nature)),
        make("div", { class: "tools" }, this.contactButton, closeButton(close)),
      ),
      this.contacts,
      this.scroller,
      this.status,
      this.alert,
      composer,
      make("div", { class: "foot" }, this.eraser, make("p", {}, outside(new URL("privacy", base).href, texts.privacy, texts.newTabPlain))),
    );
    this.offerErasing();
    this.showContacts([]);
  }

  /** Loads what is to be shown. Never rejects. */
  async load(): Promise<void> {
    if (this.busy) return;
    this.now(texts.loading);
    try {
      const welcome = this.welcome ?? (await this.conversation.welcome());
      const transcript = await this.conversation.transcript();
      this.now(null);
      this.show(welcome, transcript);
    } catch (error) {
      this.now(null);
      this.failed(error, () => this.load());
    }
  }

  /** Sends a message; `shown` is what the transcript says of it. */
  async say(message: string, shown: string, form: FilledIn | null = null): Promise<void> {
    if (this.busy || !message.trim()) return;
    empty(this.alert);
    this.now(texts.waiting);
    let turn: Turn;
    try {
      turn = await this.conversation.send(message, form, () => this.now(texts.sendingAgain));
    } catch (error) {
      this.now(null);
      if (!form && !this.input.value.trim()) this.input.value = message;
      this.failed(error, () => this.say(message, shown, form));
      return;
    }
    this.now(null);
    if (this.input.value.trim() === message.trim()) this.input.value = "";
    this.answered(turn, shown, form);
  }

  private answered(turn: Turn, shown: string, form: FilledIn | null): void {
    empty(this.suggested);
    const open = turn.signup?.status === "open";
    const wrong = open && form !== null && this.form?.kind === "signup";
    if (!wrong) {
      this.log.settle();
      const mine = this.log.mine(shown);
      const asksInForm = open || turn.eligibility !== null;
      turn.replies.forEach((reply, place) => {
        if (place === 0 && !this.begun && this.welcome && reply.kind === "notice") return;
        if (!(asksInForm && reply.kind === "question")) this.log.reply(reply, place === turn.replies.length - 1);
      });
      if (asksInForm) this.log.note(texts.fillIn);
      this.begun = true;
      this.showFrom(mine);
    }
    this.showForm(turn, form !== null);
  }

  private show(welcome: Welcome, transcript: Transcript | null): void {
    this.welcome = welcome;
    if (welcome.employer) this.name(welcome.employer);
    this.showContacts(welcome.contacts);
    const put = (): void => {
      this.log.clear();
      this.log.note(welcome.notice);
      transcript?.messages.forEach((message, place) => {
        const last = place === transcript.messages.length - 1;
        if (message.sender === "candidate") this.log.mine(message.text);
        else if (message.reply) this.log.reply(message.reply, last);
        else this.log.note(message.text);
      });
    };
    // The first words are announced, what was said before is not.
    if (transcript) this.log.silently(put);
    else put();
    this.begun = transcript !== null;
    empty(this.suggested);
    if (!transcript) fill(this.suggested, welcome.suggestions.map((item) => this.suggestion(item.payload, item.title)));
    this.showForm({ signup: transcript?.signup ?? null, eligibility: transcript?.eligibility ?? null }, false, false);
    this.scroller.scrollTop = transcript ? this.scroller.scrollHeight : 0;
  }

  private suggestion(payload: string, title: string): HTMLElement {
    const press = (): void => {
      this.input.focus();
      void this.say(payload, title);
    };
    return button(title, press, { class: "quiet" });
  }

  private showForm(turn: Pick<Turn, "signup" | "eligibility">, sent: boolean, focus = true): void {
    const before = this.form;
    if (turn.signup?.status === "open") {
      if (before?.kind === "signup" && before.vacancy === turn.signup.vacancy) {
        const first = (before as SignupView).problems(sent ? turn.signup.errors : {});
        if (sent) (first ?? before.heading).focus();
        if (first) this.showFrom(first.closest("div, fieldset") as HTMLElement);
        return;
      }
      this.form = signupForm(turn.signup, this.welcome?.signup_keep_days ?? 30, (filledIn, shown) => void this.say(shown, shown, filledIn));
    } else if (turn.eligibility) {
      const leave = (): void => this.showForm({ signup: null, eligibility: null }, true);
      this.form = eligibilityForm(turn.eligibility, (message) => void this.say(message, message), leave);
    } else this.form = null;
    const left = before?.element.contains((before.element.getRootNode() as ShadowRoot).activeElement) ?? false;
    empty(this.formPlace);
    if (this.form) {
      this.formPlace.appendChild(this.form.element);
      if (focus) this.form.heading.focus();
      if (focus) this.showFrom(this.form.element);
    } else if (left) this.input.focus();
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const message = this.input.value.trim();
    const tooLong = Array.from(message).length > LONGEST;
    this.input.toggleAttribute("aria-invalid", false);
    if (tooLong) {
      this.input.setAttribute("aria-invalid", "true");
      this.alarm(texts.tooLong(Array.from(message).length));
    } else void this.say(message, message);
  }

  private offerErasing(): void {
    empty(this.eraser);
    const back = (words: string | null): void => {
      this.offerErasing();
      this.now(words);
      this.busy = false;
      this.input.focus();
    };
    const erase = async (): Promise<void> => {
      if (this.busy) return;
      try {
        await this.conversation.erase();
      } catch (error) {
        this.offerErasing();
        this.failed(error, erase);
        return;
      }
      this.form = null;
      empty(this.formPlace);
      empty(this.alert);
      if (this.welcome) this.show(this.welcome, null);
      back(texts.erased);
    };
    const sure = (): void => {
      empty(this.eraser);
      const yes = button(texts.eraseYes, () => void erase(), { class: "quiet" });
      const group = make("div", { role: "group", "aria-labelledby": "erase-ask" }, make("p", { id: "erase-ask" }, texts.eraseAsk), yes);
      group.appendChild(button(texts.eraseNo, () => back(null), { class: "quiet" }));
      this.eraser.appendChild(group);
      yes.focus();
    };
    this.eraser.appendChild(button(texts.erase, sure, { class: "quiet small" }));
  }

  private showContacts(contacts: Welcome["contacts"]): void {
    empty(this.contacts);
    fill(this.contacts, contactList(contacts, this.contactPage, this.welcome !== null));
  }

  private toggleContacts(): void {
    this.contacts.hidden = !this.contacts.hidden;
    this.contactButton.setAttribute("aria-expanded", String(!this.contacts.hidden));
  }

  private name(employer: string | null): void {
    this.title.textContent = employer ? texts.titleOf(employer) : texts.title;
  }

  /** What goes on, told as text; null: nothing. */
  private now(words: string | null): void {
    this.busy = words !== null;
    this.status.textContent = words ?? "";
    this.content.querySelectorAll("button[type=submit]").forEach((element) => element.setAttribute("aria-disabled", String(this.busy)));
  }

  private failed(error: unknown, again: (() => Promise<void>) | null, rethrow = false): void {
    const told = error instanceof Failure && error.told ? error.told : texts.offline;
    this.alarm(told);
    if (again) {
      const press = (): void => {
        empty(this.alert);
        this.input.focus();
        void again();
      };
      this.alert.appendChild(button(texts.again, press, { class: "quiet small" }));
    }
    if (rethrow) throw error;
  }

  private alarm(words: string): void {
    empty(this.alert);
    this.alert.appendChild(make("p", {}, words));
  }

  /** Puts an element at the top: the question, with the answer, its buttons and its source below it. */
  private showFrom(element: HTMLElement): void {
    this.scroller.scrollTop += element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 8;
  }
}

function closeButton(close: () => void): HTMLElement {
  const made = button(texts.close, close, { class: "quiet small", id: "close" });
  made.appendChild(hidden(texts.closeLong));
  return made;
}
