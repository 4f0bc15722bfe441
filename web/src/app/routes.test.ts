import { describe, expect, it } from "vitest";
import { home_of, menu_of_person, menu_of_record, menu_of_staff, place_of, record_href } from "./routes";
import { practitioner_view } from "../fixtures/sam";
import type { Part, View } from "../view";

describe("addresses", () => {
  it.each([
    ["/", { to: "home" }],
    ["/circle", { to: "record", record: null, page: "circle" }],
    ["/follow-up?id=1", { to: "record", record: null, page: "follow-up" }],
    ["/people", { to: "staff", page: "people" }],
    ["/people/start", { to: "staff", page: "start" }],
    ["/people/r1", { to: "record", record: "r1", page: "together" }],
    ["/people/r1/plan", { to: "record", record: "r1", page: "plan" }],
    ["/people/r1/nothing", { to: "nowhere" }],
    ["/in/abc-_1", { to: "link", token: "abc-_1" }],
    ["/in/abc/more", { to: "nowhere" }],
    ["/invited/KMTA-7RX4-PRWX", { to: "invited", link: "KMTA-7RX4-PRWX" }],
    ["/invited", { to: "nowhere" }],
    ["/supporting", { to: "staff", page: "supporting" }],
    ["/settings", { to: "settings" }],
    ["/together", { to: "nowhere" }],
    ["/constructor", { to: "nowhere" }],
    ["/wp-admin", { to: "nowhere" }],
  ])("%s", (address, place) => expect(place_of(address)).toEqual(place));

  it("lead back to the page they name", () => {
    for (const { href } of menu_of_person()) expect(place_of(href).to).toBe("record");
    expect(place_of(record_href("r1", "sharing", "?x=1"))).toEqual({
      to: "record",
      record: "r1",
      page: "sharing",
    });
  });

  it("start everybody on a page of their own menu", () => {
    expect(menu_of_person().map((item) => item.href)).toContain(home_of("person"));
    expect(menu_of_staff("practitioner").map((item) => item.href)).toContain(home_of("practitioner"));
    expect(menu_of_staff("curator").map((item) => item.href)).toContain(home_of("curator"));
    expect(menu_of_staff("supporter").map((item) => item.href)).toEqual([home_of("supporter")]);
    expect(menu_of_staff("administrator").map((item) => item.href)).toEqual([home_of("administrator")]);
  });
});

describe("the menu of somebody else's record", () => {
  const pages = (view: View) => menu_of_record("r", view).map((item) => item.href.split("/").pop());
  const grant = { ...practitioner_view.sharing!.grants[0]!, to: practitioner_view.person.me };

  it("does not mention a part that is not shared", () => {
    const sharing = { grants: [{ ...grant, see: ["together", "plan"] as Part[] }], members: [], can: [] };
    const visits = { open: null, meetings: [], can: [] };
    expect(pages({ ...practitioner_view, sharing, visits })).toEqual([
      "together",
      "messages",
      "plan",
      "sharing",
    ]);
  });

  it("SU12 has for a supporter what was shared and nothing beside it", () => {
    const sharing = { grants: [{ ...grant, see: ["plan"] as Part[] }], members: [], can: [] };
    const person = { ...practitioner_view.person, reader: "supporter" as const };
    const visits = { open: null, meetings: [], can: [] };
    expect(pages({ ...practitioner_view, person, sharing, visits })).toEqual(["supporting", "plan"]);
    const telling = { ...visits, can: ["raise" as const] };
    expect(pages({ ...practitioner_view, person, sharing, visits: telling })).toContain("tell");
  });

  it("shows what a visit opens, for as long as it is open", () => {
    const sharing = { grants: [], members: [], can: [] };
    const me = { account: practitioner_view.person.me.slice("account:".length), name: "Amina" };
    const open = { id: "v", version: "v", with: [me], parts: ["circle"] as Part[], until: "", can: [] };
    expect(pages({ ...practitioner_view, sharing, visits: { open, meetings: [], can: [] } })).toEqual([
      "together",
      "messages",
      "circle",
      "sharing",
    ]);
  });
});
