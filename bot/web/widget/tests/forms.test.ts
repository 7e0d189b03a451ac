import { describe, expect, it, vi } from "vitest";
import type { SignupForm } from "../src/api";
import { eligibilityForm, signupForm, told } from "../src/forms";

const session = (key: string, full = false): SignupForm["sessions"][number] => ({ key, text: `sessie ${key}`, full, passed_on: false });
const open = (sessions = [session("a")]): SignupForm => ({
  vacancy: "balie",
  title: "baliemedewerker",
  employer: "Stad Proef",
  sessions,
  session: null,
  name: null,
  email: null,
  errors: {},
  status: "open",
  reference: null,
});
const submit = (form: HTMLElement): boolean => form.dispatchEvent(new Event("submit", { cancelable: true }));

describe("signupForm", () => {
  it("sends what was filled in, unchecked", () => {
    const send = vi.fn();
    const form = signupForm(open(), 30, send);
    const [name, email, consent] = Array.from(form.element.querySelectorAll("input"));
    name!.value = "Lien Peeters";
    email!.value = "geen adres";
    consent!.checked = true;
    submit(form.element);
    expect(send.mock.calls[0]?.[0]).toEqual({ action: "signup", vacancy: "balie", session: "a", name: "Lien Peeters", email: "geen adres", consent: true });
  });

  it("ties each error to its field and gives the first one", () => {
    const form = signupForm(open(), 30, () => undefined);
    const [name, email, consent] = Array.from(form.element.querySelectorAll("input"));
    expect(form.problems({ email: "Fout adres", consent: "Vink aan" })).toBe(email);
    expect(email?.getAttribute("aria-invalid")).toBe("true");
    expect(name?.getAttribute("aria-invalid")).toBeNull();
    const described = email?.getAttribute("aria-describedby")?.split(" ") ?? [];
    expect(form.element.querySelector(`#${described.at(-1)}`)?.textContent).toBe("Fout adres");
    expect(form.problems({})).toBeNull();
    expect(consent?.getAttribute("aria-describedby")).toBeNull();
  });

  it("lets choose between sessions and says which is full", () => {
    const form = signupForm(open([session("a"), session("b", true)]), 30, () => undefined);
    const radios = form.element.querySelectorAll<HTMLInputElement>("fieldset input");
    expect(radios).toHaveLength(2);
    expect(Array.from(radios).some((radio) => radio.checked)).toBe(false);
    expect(form.element.querySelector("fieldset")?.textContent).toContain("wachtlijst");
  });

  it("names who gets the details and for how long", () => {
    expect(signupForm(open(), 12, () => undefined).element.textContent).toContain("Alleen Stad Proef krijgt je naam en e-mailadres. We wissen ze 12 dagen");
  });
});

describe("eligibilityForm", () => {
  it("asks for a diploma before it says anything", () => {
    const say = vi.fn();
    const form = eligibilityForm({ vacancy: "balie", title: "t", fields: ["diploma"] }, say, () => undefined);
    submit(form.element);
    expect(say).not.toHaveBeenCalled();
    expect(form.element.querySelector("[aria-invalid=true]")).not.toBeNull();
  });

  const cases: [Parameters<typeof told>, string][] = [
    [["bachelor verpleegkunde.", false, "", false], "Kom ik in aanmerking? Mijn diploma: bachelor verpleegkunde."],
    [["bachelor verpleegkunde", true, "3 jaar als verpleger", true], "Kom ik in aanmerking? Ik zit in het laatste jaar bachelor verpleegkunde. Ik heb ervaring: 3 jaar als verpleger. Ik heb een rijbewijs B."],
    [["geen diploma", true, "", false], "Kom ik in aanmerking? Ik heb geen diploma."],
  ];
  it.each(cases)("%j", (filledIn, message) => expect(told(...filledIn)).toBe(message));
});
