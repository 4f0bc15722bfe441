// One answer, or as many as fit, as big targets in a list. The legend is the question.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import "./choice-list.css";

export interface Choice<Value extends string> {
  value: Value;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

interface Asked<Value extends string> {
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
type ManyProps<Value extends string> = Asked<Value> & {
  value: readonly Value[];
  on_change: (value: Value[]) => void;
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

export function ChooseMany<Value extends string>({
  value,
  on_change,
  ...asked
}: ManyProps<Value>): JSX.Element {
  return (
    <Question asked={asked}>
      {asked.options.map((option) => (
        <Line key={option.value} option={option}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={() => on_change(turned(asked.options, value, option.value))}
          />
        </Line>
      ))}
    </Question>
  );
}

/** One thing that is so or not: "Keep Dev private". */
export function Tick({
  label,
  hint,
  value,
  on_change,
}: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: boolean;
  on_change: (value: boolean) => void;
}): JSX.Element {
  return (
    <Line option={{ value: "tick", label, hint }}>
      <input type="checkbox" checked={value} onChange={(event) => on_change(event.currentTarget.checked)} />
    </Line>
  );
}

/** The same choices in the order they are offered, with one turned on or off. */
export function turned<Value extends string>(
  options: readonly { value: Value }[],
  chosen: readonly Value[],
  one: Value,
): Value[] {
  return options.map((option) => option.value).filter((value) => chosen.includes(value) !== (value === one));
}

function Question<Value extends string>({
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

function Line<Value extends string>({
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
