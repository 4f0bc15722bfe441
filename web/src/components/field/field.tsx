// One thing to write: its name above it, what helps to answer it, and what is wrong in words, never in colour
// alone.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { say } from "../../rules/say";
import "./field.css";

interface Around {
  label: ComponentChildren;
  hint?: ComponentChildren;
  problem?: string | undefined;
  /** Says "if you like" beside the label. */
  free?: boolean;
}

interface Ids {
  id: string;
  described_by: string | undefined;
}

export interface Boxed extends Around {
  value: string;
  on_change: (value: string) => void;
  name?: string;
  required?: boolean;
  autofocus?: boolean;
  maxLength?: number;
  autocomplete?: string;
  spellcheck?: boolean;
}

export interface FieldProps extends Boxed {
  type?: "text" | "password" | "date" | "time" | "number" | "search";
  inputMode?: "text" | "numeric";
  min?: string;
  max?: string;
  placeholder?: string;
}

export function Field({ label, hint, problem, free, value, on_change, ...rest }: FieldProps): JSX.Element {
  const ids = use_ids(hint, problem);
  // Preact's types want one literal `type` for each set of attributes; ours are right for all of them.
  const typed = { type: "text", ...rest } as JSX.IntrinsicElements["input"];
  return (
    <Surround ids={ids} around={{ label, hint, problem, free: free ?? false }}>
      <input
        class="field__box"
        {...typed}
        id={ids.id}
        value={value}
        aria-describedby={ids.described_by}
        aria-invalid={problem ? true : undefined}
        onInput={(event) => on_change(event.currentTarget.value)}
      />
    </Surround>
  );
}

export function use_ids(hint: ComponentChildren, problem: string | undefined): Ids {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return { id, described_by: described || undefined };
}

export function Surround({
  ids,
  around,
  children,
}: {
  ids: Ids;
  around: Around;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="field">
      <label class="field__label" for={ids.id}>
        {around.label}
        {around.free && <span class="field__free"> {say("field.if_you_like")}</span>}
      </label>
      {around.hint && (
        <p class="field__hint" id={`${ids.id}-hint`}>
          {around.hint}
        </p>
      )}
      {around.problem && (
        <p class="field__problem" id={`${ids.id}-problem`} role="alert">
          {around.problem}
        </p>
      )}
      {children}
    </div>
  );
}
