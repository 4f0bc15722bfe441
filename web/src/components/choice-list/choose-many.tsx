// As many answers as fit, and one thing that is so or not, in the same big targets.

import type { ComponentChildren, JSX } from "preact";
import { Line, Question, type Asked } from "./choice-list";

type ManyProps<Value extends string> = Asked<Value> & {
  value: readonly Value[];
  on_change: (value: Value[]) => void;
};

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
