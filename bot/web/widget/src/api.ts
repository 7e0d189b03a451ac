/** What the gateway says (docs/api.md), and how it is asked. */

export interface Button {
  title: string;
  payload: string;
}

export interface Citation {
  title: string;
  section: string | null;
  page: number | null;
  quote: string;
  url: string;
}

export interface Reply {
  id: string;
  kind: "answer" | "question" | "notice" | "error";
  text: string;
  buttons: Button[];
  citations: Citation[];
}

export interface SignupForm {
  vacancy: string;
  title: string;
  employer: string;
  sessions: { key: string; text: string; full: boolean; passed_on: boolean }[];
  session: string | null;
  name: string | null;
  email: string | null;
  errors: Record<string, string>;
  status: "open" | "confirmed" | "waiting" | "requested" | "cancelled" | "gone";
  reference: string | null;
}

export interface EligibilityForm {
  vacancy: string;
  title: string;
  fields: ("diploma" | "experience" | "licence")[];
}

export interface Turn {
  conversation_id: string;
  replies: Reply[];
  outcome: string;
  signup: SignupForm | null;
  eligibility: EligibilityForm | null;
}

export interface Contact {
  name: string | null;
  role: string | null;
  phones: { shown: string; number: string }[];
  email: string | null;
  hours: string | null;
}

export interface Welcome {
  notice: string;
  title: string | null;
  employer: string | null;
  suggestions: Button[];
  contacts: Contact[];
  signup_keep_days: number;
}

export interface Transcript {
  messages: { sender: "candidate" | "bot"; text: string; reply: Reply | null }[];
  signup: SignupForm | null;
  eligibility: EligibilityForm | null;
}

export interface FilledIn {
  action: "signup" | "signup_stop";
  vacancy: string;
  session?: string;
  name?: string;
  email?: string;
  consent?: boolean;
}

/** An answer that could not be had. `message` is Dutch and may be shown; null when nobody answered at all. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly told: string | null,
  ) {
    super(code);
  }
}

const TIMEOUT = 15_000; // the server gives up after 8 s

/** Asks `path` of the gateway at `base`. Rejects with `Failure` only. */
export async function ask<T>(base: string, method: string, path: string, body?: unknown): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  try {
    const request: RequestInit = { method, signal: abort.signal, credentials: "omit", referrerPolicy: "no-referrer" };
    if (body !== undefined) Object.assign(request, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const response = await fetch(new URL(path, base).href, request);
    const data = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Failure(data?.error?.code ?? "unknown", data?.error?.message ?? null);
    return data as T;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("offline", null);
  } finally {
    clearTimeout(timer);
  }
}
