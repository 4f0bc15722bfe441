// Two or three views of one thing, one of them shown: "Picture · List".

import type { JSX } from "preact";
import "./switch-bar.css";

export function SwitchBar<Value extends string>({
  label,
  options,
  value,
  on_change,
}: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  on_change: (value: Value) => void;
}): JSX.Element {
  return (
    <div class="switch-bar no-print" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          class="switch-bar__one"
          aria-pressed={option.value === value}
          onClick={() => on_change(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
