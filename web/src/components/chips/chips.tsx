// Short answers that are only offered: any of them, or none. And small labels of one or two words.

import type { ComponentChildren, JSX } from "preact";
import type { Choice } from "../choice-list/choice-list";
import { turned } from "../choice-list/choose-many";
import "./chips.css";

export function Chips<Value extends string>({
  legend,
  hint,
  options,
  value,
  on_change,
}: {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  options: readonly Choice<Value>[];
  value: readonly Value[];
  on_change: (value: Value[]) => void;
}): JSX.Element {
  return (
    <fieldset class="chips">
      <legend class="choices__legend">{legend}</legend>
      {hint && <p class="field__hint">{hint}</p>}
      <div class="chips__line">
        {options.map((option) => (
          <label class="chip chip--choice" key={option.value}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => on_change(turned(options, value, option.value))}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Chip({
  tone = "teal",
  children,
}: {
  tone?: "teal" | "plain" | "marigold" | "leaf" | "blue";
  children: ComponentChildren;
}): JSX.Element {
  return <span class={`chip chip--${tone}`}>{children}</span>;
}
