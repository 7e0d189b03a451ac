import type { EligibilityForm, FilledIn, SignupForm } from "./api";
import { button, make } from "./dom";
import { choice, textField, tickBox, type Field } from "./fields";
import { texts } from "./texts";

/** A form beside the conversation. It checks nothing that the server checks: one set of rules. */
export interface Form {
  kind: "signup" | "eligibility";
  vacancy: string;
  element: HTMLElement;
  heading: HTMLElement;
}

export interface SignupView extends Form {
  /** Shows what the server found wrong, beside the fields; gives the first of those. */
  problems(errors: Record<string, string>): HTMLElement | null;
}

/** The sign-up for an infosession. `send` gets what was filled in. */
export function signupForm(form: SignupForm, keepDays: number, send: (filledIn: FilledIn, shown: string) => void): SignupView {
  const heading = make("h3", { tabindex: "-1" }, texts.signupTitle);
  const general = make("p", { class: "problem", role: "alert" });
  const label = (session: SignupForm["sessions"][number]): string => session.text + (session.full ? texts.full : "");
  const only = form.sessions.length === 1 ? form.sessions[0] : undefined;
  const sessions = only ? null : choice(texts.session, form.sessions.map((session) => ({ value: session.key, label: label(session) })), form.session);
  const name = textField(texts.name, null, { autocomplete: "name", value: form.name ?? "" });
  const email = textField(texts.email, texts.emailHint, { type: "email", autocomplete: "email", value: form.email ?? "" });
  const consent = tickBox(texts.consent);
  const kept = texts.kept(form.employer, keepDays) + (form.sessions.some((session) => session.passed_on) ? texts.passedOn : "");
  const fields: Record<string, Field | null> = { session: sessions, name, email, consent };

  const filledIn = (action: FilledIn["action"]): FilledIn => ({
    action,
    vacancy: form.vacancy,
    session: only?.key ?? sessions?.value() ?? "",
    name: name.input.value.slice(0, 400),
    email: email.input.value.slice(0, 400),
    consent: consent.input.checked,
  });
  const element = make(
    "form",
    {
      class: "card",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        send(filledIn("signup"), texts.signup);
      },
    },
    heading,
    make("p", {}, form.title + (only ? `: ${label(only)}` : "")),
    general,
    ...(sessions ? [sessions.element] : []),
    name.element,
    email.element,
    consent.element,
    make("p", { class: "hint" }, kept),
    make(
      "div",
      { class: "actions" },
      make("button", { type: "submit" }, texts.signup),
      button(texts.noSignup, () => send(filledIn("signup_stop"), texts.noSignup), { class: "quiet" }),
    ),
  );
  const problems = (errors: Record<string, string>): HTMLElement | null => {
    let first: HTMLElement | null = null;
    for (const field of Object.keys(fields)) {
      fields[field]?.problem(errors[field] ?? null);
      if (errors[field] && !first) first = fields[field]?.input ?? null;
    }
    general.textContent = errors[""] ?? (fields.session === null ? (errors.session ?? "") : "");
    return first;
  };
  return { kind: "signup", vacancy: form.vacancy, element, heading, problems };
}

/** What the conditions ask about; `say` gets it as a message in the candidate's own words. */
export function eligibilityForm(form: EligibilityForm, say: (message: string) => void, stop: () => void): Form {
  const heading = make("h3", { tabindex: "-1" }, texts.eligibilityTitle);
  const diploma = textField(texts.diploma, texts.diplomaHint, { autocomplete: "off" });
  const finished = choice(
    texts.finished,
    [
      { value: "yes", label: texts.finishedYes },
      { value: "final", label: texts.finalYear },
    ],
    "yes",
  );
  const experience = form.fields.includes("experience") ? textField(texts.experience, texts.experienceHint, { autocomplete: "off" }) : null;
  const licence = form.fields.includes("licence") ? tickBox(texts.licence) : null;
  const element = make(
    "form",
    {
      class: "card",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const held = diploma.input.value.trim();
        diploma.problem(held ? null : texts.diplomaMissing);
        if (!held) diploma.input.focus();
        else say(told(held, finished.value() === "final", experience?.input.value ?? "", licence?.input.checked ?? false));
      },
    },
    heading,
    make("p", { class: "hint" }, texts.eligibilityHint),
    diploma.element,
    finished.element,
    ...(experience ? [experience.element] : []),
    ...(licence ? [licence.element] : []),
    make("div", { class: "actions" }, make("button", { type: "submit" }, texts.check), button(texts.stop, stop, { class: "quiet" })),
  );
  return { kind: "eligibility", vacancy: form.vacancy, element, heading };
}

/** The filled-in form as a candidate would say it. */
export function told(diploma: string, finalYear: boolean, experience: string, licence: boolean): string {
  const none = /^(geen|niets?|nee)\b/i.test(diploma);
  const sentences = [none ? texts.noDiploma : finalYear ? texts.inFinalYear(bare(diploma)) : texts.hasDiploma(bare(diploma))];
  if (experience.trim()) sentences.push(texts.hasExperience(bare(experience)));
  if (licence) sentences.push(texts.hasLicence);
  return sentences.join(" ");
}

function bare(text: string): string {
  return text.trim().replace(/[.\s]+$/, "");
}
