/** The conversation's id: the only thing that the chat keeps in the browser. Who knows it owns the conversation. */

const PREFIX = "vacaturebot:";
// Where a page may store nothing (a sandboxed frame, a browser that refuses), the conversation lasts as long as the page.
const memory = new Map<string, string>();

/** 192 random bits in 32 characters. */
export function newId(): string {
  let id = "";
  for (const byte of Array.from(crypto.getRandomValues(new Uint8Array(32)))) {
    id += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[byte % 64];
  }
  return id;
}

/** The id that was kept for this vacancy, or null. */
export function recall(scope: string): string | null {
  const id = stored(
    () => localStorage.getItem(PREFIX + scope),
    () => memory.get(scope) ?? null,
  );
  return id !== null && /^[A-Za-z0-9_-]{16,64}$/.test(id) ? id : null;
}

/** Keeps the id. */
export function remember(scope: string, id: string): void {
  stored(
    () => localStorage.setItem(PREFIX + scope, id),
    () => void memory.set(scope, id),
  );
}

/** Keeps nothing any more. */
export function forget(scope: string): void {
  stored(
    () => localStorage.removeItem(PREFIX + scope),
    () => void memory.delete(scope),
  );
}

function stored<T>(use: () => T, otherwise: () => T): T {
  try {
    return use();
  } catch {
    return otherwise();
  }
}
