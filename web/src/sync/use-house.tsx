// Who is signed in, for the pages that stand in no record.

import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext } from "preact/hooks";
import type { House } from "./session";

const HouseContext = createContext<House | null>(null);

export function HouseProvider({
  house,
  children,
}: {
  house: House;
  children: ComponentChildren;
}): JSX.Element {
  return <HouseContext.Provider value={house}>{children}</HouseContext.Provider>;
}

export function use_house(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error("a page of an account was shown signed out");
  return house;
}
