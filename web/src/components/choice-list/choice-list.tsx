// One answer of several, as big targets in a list. The legend is the question.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import "./choice-list.css";

export interface Choice<Value extends string> {
  value: Value;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

export interface Asked<Value extends string> {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  options: readonly Choice<Value>[];
  /** Side by side where there is room. */
  across?: boolean;
  /** The legend is only read aloud, where a heading already asks. */
  legend_heard?: boolean;
}

type OneProps<Value extends string> = Asked<Value> & {
  value: Value | null;
  on_change: (value: Value) => void;
};

export function ChooseOne<Value extends string>({
  value,
  on_change,
  ...asked
}: OneProps<Value>): JSX.Element {
  const name = useId();
  return (
    <Question asked={asked}>
      {asked.options.map((option) => (
        <Line key={option.value} option={option}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => on_change(option.value)}
          />
        </Line>
      ))}
    </Question>
  );
}

export function Question<Value extends string>({
  asked,
  children,
}: {
  asked: Asked<Value>;
  children: ComponentChildren;
}): JSX.Element {
  const hint_id = useId();
  return (
    <fieldset class="choices" aria-describedby={asked.hint ? hint_id : undefined}>
      <legend class={asked.legend_heard ? "heard" : "choices__legend"}>{asked.legend}</legend>
      {asked.hint && (
        <p class="field__hint" id={hint_id}>
          {asked.hint}
        </p>
      )}
      <div class={asked.across ? "choices__lines choices__lines--across" : "choices__lines"}>{children}</div>
    </fieldset>
  );
}

export function Line<Value extends string>({
  option,
  children,
}: {
  option: Choice<Value>;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <label class="choice">
      {children}
      <span class="choice__mark" aria-hidden="true" />
      <span class="choice__words">
        <span>{option.label}</span>
        {option.hint && <span class="choice__hint">{option.hint}</span>}
      </span>
    </label>
  );
}
