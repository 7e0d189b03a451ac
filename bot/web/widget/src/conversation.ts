import { ask, Failure, type FilledIn, type Transcript, type Turn, type Welcome } from "./api";
import { forget, newId, recall, remember } from "./identity";

const AGAIN_AFTER = 1500; // milliseconds

/** One conversation about one vacancy (or employer), shared by the tabs of a browser. */
export class Conversation {
  private readonly scope: string;
  private unsent: { what: string; id: string } | null = null;
  private channel: BroadcastChannel | null = null;

  constructor(
    private readonly base: string,
    private readonly vacancy: string | null,
    private readonly employer: string | null,
  ) {
    this.scope = vacancy ?? employer ?? "";
  }

  /** Calls back when another tab has said something or erased the conversation. */
  listen(changed: () => void): void {
    if (this.channel || typeof BroadcastChannel === "undefined") return;
    this.channel = new BroadcastChannel("vacaturebot");
    this.channel.onmessage = (event) => {
      if (event.data === this.scope) changed();
    };
  }

  /** Stops listening. */
  close(): void {
    this.channel?.close();
    this.channel = null;
  }

  /** The first words, suggestions and contacts. */
  welcome(): Promise<Welcome> {
    const query = new URLSearchParams();
    if (this.vacancy) query.set("vacancy", this.vacancy);
    if (this.employer) query.set("employer", this.employer);
    return ask(this.base, "GET", `api/welcome?${query}`);
  }

  /** What was said before; null without a conversation, or when it has expired: then its id is forgotten too. */
  async transcript(): Promise<Transcript | null> {
    const id = recall(this.scope);
    if (!id) return null;
    const found = await ask<Transcript>(this.base, "GET", `api/chat/${id}`);
    if (found.messages.length) return found;
    forget(this.scope);
    return null;
  }

  /** One turn. A lost connection is tried once more by itself, later attempts by the candidate; the server answers the same message once. */
  async send(message: string, form: FilledIn | null, again: () => void): Promise<Turn> {
    const what = JSON.stringify({ message, form });
    if (this.unsent?.what !== what) this.unsent = { what, id: newId() };
    const id = recall(this.scope) ?? newId();
    remember(this.scope, id);
    const body = { conversation_id: id, message, vacancy: this.vacancy, message_id: this.unsent.id, forms: true, form };
    const turn = await this.tried(body, again);
    this.unsent = null;
    this.tell();
    return turn;
  }

  /** Whether a reply helped. */
  async judge(reply: string, helpful: boolean): Promise<void> {
    await ask(this.base, "POST", "api/feedback", { conversation_id: recall(this.scope), reply_id: reply, helpful });
  }

  /** Erases the conversation everywhere. */
  async erase(): Promise<void> {
    const id = recall(this.scope);
    if (id) await ask(this.base, "DELETE", `api/chat/${id}`);
    forget(this.scope);
    this.tell();
  }

  private async tried(body: unknown, again: () => void): Promise<Turn> {
    try {
      return await ask<Turn>(this.base, "POST", "api/chat", body);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "offline") throw error;
      again();
      await { then: (done: () => void) => setTimeout(done, AGAIN_AFTER) };
      return ask<Turn>(this.base, "POST", "api/chat", body);
    }
  }

  private tell(): void {
    this.channel?.postMessage(this.scope);
  }
}
