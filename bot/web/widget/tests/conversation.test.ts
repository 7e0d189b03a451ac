import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../src/api";
import { Conversation } from "../src/conversation";
import { newId, recall, remember } from "../src/identity";

const turn = { conversation_id: "x", replies: [], outcome: "answered", signup: null, eligibility: null };
const answer = (data: unknown, status = 200): Response => new Response(status === 204 ? null : JSON.stringify(data), { status });

let asked: { method: string; url: string; body: Record<string, unknown> | null }[] = [];
let answers: (() => Response)[] = [];

beforeEach(() => {
  localStorage.clear();
  asked = [];
  answers = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    asked.push({ method: request.method ?? "GET", url, body: request.body ? JSON.parse(String(request.body)) : null });
    return (answers.shift() ?? (() => answer(turn)))();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const lost = (): Response => {
  throw new TypeError("lost");
};
const made = (vacancy = "balie"): Conversation => new Conversation("https://bot.voorbeeld.be/", vacancy, null);
const settled = async <T>(work: Promise<T>): Promise<T> => {
  const outcome = work.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  await vi.runAllTimersAsync();
  return (await outcome)();
};

describe("send", () => {
  it("keeps one conversation and numbers each message", async () => {
    const conversation = made();
    await conversation.send("een", null, () => undefined);
    await conversation.send("een", null, () => undefined);
    const [first, second] = asked.map((request) => request.body);
    expect(first?.conversation_id).toBe(second?.conversation_id);
    expect(first?.conversation_id).toBe(recall("balie"));
    expect(first?.message_id).not.toBe(second?.message_id);
    expect(first).toMatchObject({ message: "een", vacancy: "balie", forms: true, form: null });
  });

  it("tries once more by itself with the same number", async () => {
    answers = [lost];
    const again = vi.fn();
    await settled(made().send("een", null, again));
    expect(again).toHaveBeenCalledOnce();
    expect(asked).toHaveLength(2);
    expect(asked[0]?.body?.message_id).toBe(asked[1]?.body?.message_id);
  });

  it("keeps the number while the same words are not answered, and takes a new one for other words", async () => {
    answers = [lost, lost, () => answer({ error: { code: "unavailable", message: "Sorry" } }, 503)];
    const conversation = made();
    await expect(settled(conversation.send("een", null, () => undefined))).rejects.toMatchObject({ code: "offline", told: null });
    await expect(settled(conversation.send("een", null, () => undefined))).rejects.toMatchObject({ code: "unavailable", told: "Sorry" });
    await conversation.send("twee", null, () => undefined);
    const numbers = asked.map((request) => request.body?.message_id);
    expect(new Set(numbers.slice(0, 3)).size).toBe(1);
    expect(numbers[3]).not.toBe(numbers[0]);
  });

  it("does not repeat what the server refused", async () => {
    answers = [() => answer({ error: { code: "too_many_turns", message: "Wacht even" } }, 429)];
    await expect(made().send("een", null, () => undefined)).rejects.toBeInstanceOf(Failure);
    expect(asked).toHaveLength(1);
  });
});

describe("transcript", () => {
  it("asks nothing without a conversation", async () => {
    expect(await made().transcript()).toBeNull();
    expect(asked).toEqual([]);
  });

  it("forgets the id of a conversation that has expired", async () => {
    remember("balie", newId());
    answers = [() => answer({ messages: [], signup: null, eligibility: null })];
    expect(await made().transcript()).toBeNull();
    expect(recall("balie")).toBeNull();
  });
});

describe("identity", () => {
  it("is long, random and of the shape that the server takes", () => {
    expect(newId()).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(newId()).not.toBe(newId());
  });

  it("takes nothing odd out of the storage", () => {
    localStorage.setItem("vacaturebot:odd", "../../x");
    expect(recall("odd")).toBeNull();
  });

  it("works without storage", () => {
    const refuse = (): never => {
      throw new DOMException("refused");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    remember("stil", "gesprek-0123456789");
    expect(recall("stil")).toBe("gesprek-0123456789");
  });

  it("erases here what is erased there", async () => {
    const conversation = made();
    await conversation.send("een", null, () => undefined);
    answers = [() => answer(null, 204)];
    await conversation.erase();
    expect(asked.at(-1)?.method).toBe("DELETE");
    expect(recall("balie")).toBeNull();
  });
});
