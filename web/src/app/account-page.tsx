// Pages that belong to an account and to no single record: a practitioner's day, the directory, settings, and
// the beginning of a record.

import type { JSX } from "preact";
import { Page } from "../components/page/page";
import { ButtonLink } from "../components/button/button";
import { say } from "../rules/say";
import { HouseProvider } from "../sync/use-house";
import type { Role } from "../sync/server";
import type { House } from "../sync/session";
import { Frame } from "./frame";
import { LazyPage } from "./lazy-page";
import { PassOver } from "./pass-over";
import { menu_of_person, menu_of_staff, staff_pages, type Place, type StaffPage } from "./routes";

const settings = () => import("../pages/settings/settings").then((file) => file.SettingsPage);
const start = () => import("../pages/start/start").then((file) => file.StartPage);

/** Reached from other pages. */
const off_menu: Partial<Record<Role, readonly StaffPage[]>> = {
  practitioner: ["start", "tomorrow", "week", "join"],
  person: ["lists"],
};

export function AccountPage({
  house,
  place,
  pass_over,
}: {
  house: House;
  place: Place;
  pass_over: boolean;
}): JSX.Element {
  const { role, record, name } = house.me;
  const menu = role === "person" ? (record ? menu_of_person() : []) : menu_of_staff(role);
  return (
    <Frame menu={menu} staff={role !== "person"} signed_in_as={name}>
      {pass_over && <PassOver />}
      <HouseProvider house={house}>
        <Shown place={place} house={house} />
      </HouseProvider>
    </Frame>
  );
}

function Shown({ place, house }: { place: Place; house: House }): JSX.Element {
  const { role, record } = house.me;
  if (place.to === "settings") return <LazyPage load={settings} />;
  if (role === "person" && !record) return <LazyPage load={start} />;
  const may = menu_of_staff(role).map((item) => item.href);
  if (place.to === "staff" && (may.includes(`/${place.page}`) || off_menu[role]?.includes(place.page))) {
    return <LazyPage load={staff_pages[place.page]} />;
  }
  return (
    <Page narrow title={say("app.not_found")} lead={say("app.not_found_lead")}>
      <div>
        <ButtonLink kind="main" href="/">
          {say("app.go_home")}
        </ButtonLink>
      </div>
    </Page>
  );
}
