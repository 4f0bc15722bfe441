// Two people on one record: they see each other's work without loading again, and only what is shared.

import { expect, test } from "./demo.ts";

test("two browsers of one person see each other without loading again", async ({ open }) => {
  const [here, there] = [await open("Sam"), await open("Sam")];
  await there.goto("/sharing");
  await expect(there.getByRole("heading", { level: 1, name: "Who can see this" })).toBeVisible();
  await here.goto("/sharing");
  await here.getByRole("button", { name: "Open a visit" }).click();
  const sheet = here.getByRole("dialog");
  const with_me = sheet.getByRole("group", { name: "Who is with you?" }).getByRole("checkbox");
  await expect(with_me.first()).toBeVisible();
  for (const box of await with_me.all()) await box.check();
  await sheet.getByRole("button", { name: "All of it" }).click();
  await sheet.getByRole("button", { name: "Begin the visit" }).click();
  await expect(here.getByRole("heading", { name: "A visit is open" })).toBeVisible();
  await expect(there.getByRole("heading", { name: "A visit is open" })).toBeVisible();
  await there.getByRole("main").getByRole("button", { name: "End the visit" }).first().click();
  await expect(here.getByRole("heading", { name: "A visit is open" })).toHaveCount(0);
});

test("what is shared and not shared is said in plain sentences, and ending it works at once", async ({
  open,
  demo,
}) => {
  const sam = await open("Sam");
  await sam.goto("/sharing");
  await expect(sam.getByText(/Amina Yusuf can see .* your plan\./)).toBeVisible();
  await expect(sam.getByText(/Amina Yusuf cannot see /)).toBeVisible();

  const amina = await open("practitioner");
  await amina.goto(`/people/${demo.person("Sam").record}/plan`);
  await expect(amina.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(amina.getByRole("navigation").getByRole("link", { name: "Matters" })).toHaveCount(0);

  await sam.getByRole("button", { name: "End what Amina Yusuf can see" }).click();
  await expect(sam.getByText("Stop sharing with Amina Yusuf?")).toBeVisible();
  await sam.getByRole("button", { name: "Yes, end it" }).click();
  await expect(sam.getByRole("button", { name: "End what Amina Yusuf can see" })).toHaveCount(0);
  await expect(amina.getByText("This is not shared with you any more")).toBeVisible();

  await sam.getByRole("button", { name: "Let somebody in" }).click();
  await sam
    .getByRole("dialog")
    .getByRole("button", { name: /Amina Yusuf/ })
    .click();
  await sam
    .getByRole("dialog")
    .getByRole("group", { name: "What may Amina Yusuf see?" })
    .getByLabel("The plan")
    .check();
  await sam.getByRole("button", { name: "Keep it like this" }).click();
  await expect(sam.getByText(/Amina Yusuf can see .* your plan\./)).toBeVisible();
});
