// Moving a member from ring to ring by a button: the direction they stand in stays as the person chose it.

import { use_record } from "../../sync/use-record";
import type { Occasion, Ring, Tie } from "../../view";

export function use_move(tie: Tie, occasion: Occasion): (ring: Ring) => void {
  const { tap } = use_record();
  return (ring) => {
    tap("move_tie", { tie: tie.id, occasion, ring, angle: tie.angles[occasion] }, { base: [tie.version] });
  };
}
