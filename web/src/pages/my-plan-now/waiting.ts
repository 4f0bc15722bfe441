// Which part of the record a waiting command belongs to, in the words of the menu.

import type { CommandName } from "../../commands";
import type { Waiting } from "../../view";

export type WaitingPart = "circle" | "matters" | "ideas" | "plan" | "together" | "sharing";

const parts: Record<WaitingPart, readonly CommandName[]> = {
  circle: [
    "draw_tie",
    "change_tie",
    "move_tie",
    "take_off_tie",
    "link_ties",
    "unlink_ties",
    "finish_circle",
    "show_sentence",
    "answer_sentence",
  ],
  matters: [
    "answer_support",
    "add_helper",
    "remove_helper",
    "add_enjoyed",
    "change_enjoyed",
    "put_away_enjoyed",
    "set_preference",
    "set_access_need",
    "set_near",
    "set_suits",
  ],
  ideas: [
    "choose_idea",
    "add_find",
    "set_idea_aside",
    "report_service",
    "hand_collection",
    "put_away_handed",
    "move_follow_up",
    "answer_follow_up",
    "stop_follow_up",
    "keep_follow_up",
  ],
  plan: [
    "place_goal",
    "put_goal_away",
    "place_step",
    "change_step",
    "set_step",
    "place_promise",
    "set_promise",
    "set_company",
    "plan_telling",
    "mark_told",
  ],
  together: [
    "raise",
    "settle_talk",
    "set_meeting",
    "cancel_meeting",
    "start_record",
    "name_person",
    "pause_record",
    "resume_record",
    "move_review",
    "hold_review",
    "stop_review",
    "word_statement",
    "disown_words",
    "confirm_words",
    "put_away_statement",
    "send_message",
    "settle_message",
  ],
  sharing: ["open_visit", "end_visit", "give_grant", "end_grant", "set_reach"],
};

const order: readonly WaitingPart[] = ["circle", "matters", "ideas", "plan", "together", "sharing"];

/** Each part once, in the order of the menu. */
export function parts_waiting(waiting: readonly Waiting[]): WaitingPart[] {
  return order.filter((part) => waiting.some((one) => parts[part].includes(one.do)));
}
