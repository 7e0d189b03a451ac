import { make } from "./dom";

/** A field with its label, a hint and a place for what is wrong with it, all tied to it for screen readers. */
export interface Field {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Shows what is wrong, or takes it away. */
  problem(text: string | null): void;
}

let number = 0;

/** A line of text. `autocomplete` is what browsers may fill in by themselves (WCAG 1.3.5). */
export function textField(label: string, hint: string | null, attributes: Record<string, string>): Field {
  const id = `field-${++number}`;
  const input = make("input", { id, type: "text", ...attributes });
  const parts: (Node | string)[] = [make("label", { for: id }, label)];
  if (hint) parts.push(make("p", { class: "hint", id: `${id}-hint` }, hint));
  return wired(id, input, parts, hint ? `${id}-hint` : null);
}

/** A box to tick. */
export function tickBox(label: string): Field {
  const id = `field-${++number}`;
  const input = make("input", { id, type: "checkbox" });
  return wired(id, input, [], null, make("label", { for: id, class: "tick" }, input, make("span", {}, label)));
}

/** Choices of which one holds; `value()` gives it. */
export function choice(legend: string, options: readonly { value: string; label: string }[], chosen: string | null): Field & { value(): string } {
  const id = `field-${++number}`;
  const inputs = options.map((option) =>
    make("input", { type: "radio", name: id, value: option.value, id: `${id}-${option.value}`, checked: option.value === chosen }),
  );
  const rows = options.map((option, place) => make("label", { class: "tick" }, inputs[place] as HTMLElement, make("span", {}, option.label)));
  const error = make("p", { class: "problem", id: `${id}-problem` });
  const element = make("fieldset", { "aria-describedby": `${id}-problem` }, make("legend", {}, legend), ...rows, error);
  return {
    element,
    input: inputs[0] as HTMLInputElement,
    problem: (text) => {
      error.textContent = text ?? "";
    },
    value: () => inputs.filter((input) => input.checked).map((input) => input.value)[0] ?? "",
  };
}

function wired(id: string, input: HTMLInputElement, before: (Node | string)[], hint: string | null, shown: HTMLElement = input): Field {
  const error = make("p", { class: "problem", id: `${id}-problem` });
  const describe = (wrong: boolean): void => {
    const ids = [hint, wrong ? `${id}-problem` : null].filter(Boolean).join(" ");
    if (ids) input.setAttribute("aria-describedby", ids);
    else input.removeAttribute("aria-describedby");
  };
  describe(false);
  return {
    element: make("div", { class: "field" }, ...before, error, shown),
    input,
    problem: (text) => {
      error.textContent = text ?? "";
      describe(text !== null);
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
