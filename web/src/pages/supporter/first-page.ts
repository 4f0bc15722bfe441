// The page of a record on which a supporter begins.

import { part_of_page } from "../../app/routes";
import { page_is_shown } from "../../rules/wings";
import type { RecordPage } from "../../sync/use-record";
import type { Part } from "../../view";

/** Where a supporter begins who may see this: on what they see, or on what they can tell. */
export function first_page_of(see: readonly Part[]): RecordPage {
  const pages: RecordPage[] = ["plan", "together", "about", "matters", "circle", "ideas"];
  const seen = (page: RecordPage): boolean => see.some((part) => part === part_of_page[page]);
  return pages.find((page) => seen(page) && page_is_shown(page)) ?? "tell";
}
