// A part of a page that is not always there, as a form behind a button: its code comes when it is first
// shown, and so do its words.

import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { whole_rules } from "../rules/rules";
import { all_words } from "../words/catalogue";

export function lazy_part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Came: ComponentType<Props> | null = null;
  return function LazyPart(props: Props): JSX.Element | null {
    const [, set_came] = useState(Came !== null);
    useEffect(() => {
      let still_wanted = true;
      void Promise.all([load(), all_words(), whole_rules()]).then(([Part]) => {
        Came = Part;
        if (still_wanted) set_came(true);
      });
      return () => {
        still_wanted = false;
      };
    }, []);
    return Came && <Came {...props} />;
  };
}
