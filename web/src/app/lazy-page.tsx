// Shows a page whose code comes when it is first asked for. What comes is kept by the service worker.

import type { ComponentChildren, ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Opening } from "./opening";

interface LazyProps {
  load: () => Promise<ComponentType>;
  /** What stands there until it has come. */
  meanwhile?: ComponentChildren;
}

export function LazyPage({ load, meanwhile = <Opening /> }: LazyProps): JSX.Element {
  const [loaded, set_loaded] = useState<{ from: typeof load; Shown: ComponentType } | null>(null);
  useEffect(() => {
    let still_wanted = true;
    void load().then((Shown) => still_wanted && set_loaded({ from: load, Shown }));
    return () => {
      still_wanted = false;
    };
  }, [load]);
  if (!loaded || loaded.from !== load) return <>{meanwhile}</>;
  return <loaded.Shown />;
}
