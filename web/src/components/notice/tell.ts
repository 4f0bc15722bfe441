// Words for whoever listens and does not look: read aloud politely, once, and shown nowhere.

const told_id = "told";

export function tell(words: string): void {
  const told = document.getElementById(told_id) ?? document.body.appendChild(made());
  told.textContent = "";
  requestAnimationFrame(() => (told.textContent = words));
}

function made(): HTMLElement {
  const told = document.createElement("p");
  told.id = told_id;
  told.className = "heard";
  told.setAttribute("role", "status");
  return told;
}
