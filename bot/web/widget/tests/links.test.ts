import { describe, expect, it } from "vitest";
import { make } from "../src/dom";
import { linked, ours } from "../src/links";

const shown = (text: string): HTMLElement => make("p", {}, ...linked(text));
const hrefs = (text: string): (string | null)[] => Array.from(shown(text).querySelectorAll("a"), (link) => link.getAttribute("href"));

describe("linked", () => {
  it.each([
    ["Bel 053 72 33 04 of mail jobs@voorbeeld.be.", ["tel:+3253723304", "mailto:jobs@voorbeeld.be"]],
    ["Bel +32 478 15 56 19.", ["tel:+32478155619"]],
    ["Zie https://www.voorbeeld.be/a?b=1.", ["https://www.voorbeeld.be/a?b=1"]],
    ["Op 01 12 2026 om 19.30 uur, 3 stappen", []],
    ["javascript:alert(1) data:text/html,x file:///etc", []],
    ["9053 72 33 04", []],
  ])("%s", (text, expected) => expect(hrefs(text)).toEqual(expected));

  it("keeps every word and makes none into markup", () => {
    const text = "<b>Bel</b> 053 72 33 04 & <script>x</script>";
    expect(shown(text).textContent).toBe(text);
    expect(shown(text).querySelector("b, script")).toBeNull();
  });

  it("leaves the chat where it is", () => {
    const link = shown("https://voorbeeld.be/x").querySelector("a");
    expect(link?.target).toBe("_blank");
    expect(link?.rel).toContain("noopener");
  });
});

describe("ours", () => {
  const base = "https://bot.voorbeeld.be/chat/";
  it.each([
    ["/vacancies/a#p12", "https://bot.voorbeeld.be/chat/vacancies/a#p12"],
    ["//boef.example/a", null],
    ["https://boef.example/a", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("%s", (path, url) => expect(ours(path, base)).toBe(url));
});
