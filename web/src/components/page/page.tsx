// One page: its heading, what it says first, and its parts. The heading takes the focus after a change of
// page, so that it is the first thing read aloud.

import type { ComponentChildren, JSX } from "preact";
import "./page.css";

interface PageProps {
  title: string;
  lead?: ComponentChildren;
  /** Beside the heading where there is room: a switch, a button. */
  actions?: ComponentChildren;
  /** Reading width, for forms and letters. */
  narrow?: boolean;
  children?: ComponentChildren;
}

export const page_heading_id = "page-heading";

export function Page({ title, lead, actions, narrow, children }: PageProps): JSX.Element {
  return (
    <div class={narrow ? "page page--narrow" : "page"}>
      <header class="page__head">
        <div class="page__title">
          <h1 id={page_heading_id} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="page__lead">{lead}</p>}
        </div>
        {actions && <div class="row">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
