// The answers to what would suit somebody, and which of the four they gave.

import type { Aspect, GroupWish, Going, PartOfDay, Pay, Suits } from "../../view";

export const pays: readonly Pay[] = ["nothing", "a_little"];
export const groups: readonly GroupWish[] = ["one_or_two", "small"];
export const goings: readonly Going[] = ["with_somebody", "alone"];
export const parts_of_day: readonly PartOfDay[] = ["morning", "afternoon", "evening"];

export function aspects_said(suits: Suits): Aspect[] {
  const said: Record<Aspect, boolean> = {
    pay: suits.pay !== null,
    time: suits.days.length + suits.parts.length > 0,
    group: suits.group !== null,
    going: suits.going !== null,
  };
  return (["pay", "time", "group", "going"] as const).filter((aspect) => said[aspect]);
}
