// Where the focus goes when what had it is gone: to what an action made appear, or to the page's heading.

const comes_within_ms = 3_000;

/** Waits for what has this id, which can be focused: a heading, a line, a notice. */
export function focus_on(id: string): void {
  const last = performance.now() + comes_within_ms;
  const look = (): void => {
    const there = document.getElementById(id);
    if (!there) return void (performance.now() < last && requestAnimationFrame(look));
    there.focus({ preventScroll: true });
    there.scrollIntoView({ block: "center" });
  };
  requestAnimationFrame(look);
}
