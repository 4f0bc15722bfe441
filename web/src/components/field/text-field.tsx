// Some lines to write in.

import type { JSX } from "preact";
import { Surround, use_ids, type Boxed } from "./field";

export interface TextProps extends Boxed {
  rows?: number;
  /** To be read and chosen, not written in. */
  readonly?: boolean;
}

export function TextField({ label, hint, problem, free, value, on_change, ...rest }: TextProps): JSX.Element {
  const ids = use_ids(hint, problem);
  return (
    <Surround ids={ids} around={{ label, hint, problem, free: free ?? false }}>
      <textarea
        class="field__box field__box--words"
        rows={3}
        {...rest}
        id={ids.id}
        value={value}
        aria-describedby={ids.described_by}
        aria-invalid={problem ? true : undefined}
        onInput={(event) => on_change(event.currentTarget.value)}
      />
    </Surround>
  );
}
