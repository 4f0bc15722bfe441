// Shows a page whose code comes when it is first asked for. What comes is kept by the service worker.

import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Opening } from "./opening";

export function LazyPage({ load }: { load: () => Promise<ComponentType> }): JSX.Element {
  const [loaded, set_loaded] = useState<{ from: typeof load; Shown: ComponentType } | null>(null);
  useEffect(() => {
    let still_wanted = true;
    void load().then((Shown) => still_wanted && set_loaded({ from: load, Shown }));
    return () => {
      still_wanted = false;
    };
  }, [load]);
  if (!loaded || loaded.from !== load) return <Opening />;
  return <loaded.Shown />;
}
