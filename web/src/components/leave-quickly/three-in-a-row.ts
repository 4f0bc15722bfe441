// The same key three times with nothing between them. Slow hands count too: only another key or a touch
// starts again.

export function three_in_a_row(key: string, then: () => void): (event: KeyboardEvent | PointerEvent) => void {
  let pressed = 0;
  return (event) => {
    if ("repeat" in event && event.repeat) return;
    pressed = "key" in event && event.key === key ? pressed + 1 : 0;
    if (pressed < 3) return;
    pressed = 0;
    then();
  };
}
