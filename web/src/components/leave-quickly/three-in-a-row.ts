// The same key three times with nothing between them. Slow hands count too: only another key starts again.

export function three_in_a_row(key: string, then: () => void): (event: KeyboardEvent) => void {
  let pressed = 0;
  return (event) => {
    if (event.repeat) return;
    pressed = event.key === key ? pressed + 1 : 0;
    if (pressed < 3) return;
    pressed = 0;
    then();
  };
}
