// One of a list that is too long to lay out.

import type { JSX } from "preact";
import { Surround, use_ids, type Boxed } from "./field";

export interface SelectProps extends Boxed {
  options: readonly { value: string; label: string }[];
}

export function SelectField({
  label,
  hint,
  problem,
  free,
  value,
  on_change,
  options,
  ...rest
}: SelectProps): JSX.Element {
  const ids = use_ids(hint, problem);
  return (
    <Surround ids={ids} around={{ label, hint, problem, free: free ?? false }}>
      <select
        class="field__box"
        name={rest.name}
        id={ids.id}
        value={value}
        aria-describedby={ids.described_by}
        onChange={(event) => on_change(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Surround>
  );
}
