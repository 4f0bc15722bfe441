// The menu, twice: a rail down the side, and tabs along the bottom of a phone with the rest behind "More".

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../components/dialog/dialog";
import { Icon } from "../components/icon/icon";
import { RingsMark } from "../components/rings/rings";
import { say } from "../rules/say";
import type { MenuItem } from "./routes";
import "./menu.css";

interface MenuProps {
  menu: MenuItem[];
  path: string;
  about: ComponentChildren;
  signed_in_as: string | undefined;
}

const tabs_max = 4;
const settings: MenuItem = {
  href: "/settings",
  name: "page.settings",
  tab: "page.settings",
  icon: "settings",
};

export function RailMenu({ menu, path, about, signed_in_as }: MenuProps): JSX.Element {
  return (
    <nav class="rail" aria-label={say("app.nav")}>
      <a class="rail__logo" href="/">
        <RingsMark size={34} />
        <span>{say("app.name")}</span>
      </a>
      {about && <div class="rail__about">{about}</div>}
      <ul class="rail__items">
        {menu.map((item) => (
          <li key={item.href}>
            <a class="rail__item" href={item.href} aria-current={item.href === path ? "page" : undefined}>
              <Icon name={item.icon} />
              <span>{say(item.name)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="rail__foot">
        {signed_in_as && (
          <p>
            {say("app.signed_in_as")} <b>{signed_in_as}</b>
          </p>
        )}
        <a
          class="rail__item rail__item--foot"
          href={settings.href}
          aria-current={path === settings.href ? "page" : undefined}
        >
          <Icon name="settings" size={20} />
          <span>{say(settings.name)}</span>
        </a>
      </div>
    </nav>
  );
}

export function TabMenu({ menu, path, about, signed_in_as }: MenuProps): JSX.Element {
  const [more, set_more] = useState(false);
  const tabs = menu.length <= tabs_max ? menu : menu.slice(0, tabs_max);
  const rest = [...menu.slice(tabs.length), settings];
  useEffect(() => set_more(false), [path]);
  return (
    <nav class="tabs" aria-label={say("app.nav")}>
      <ul class="tabs__items">
        {tabs.map((item) => (
          <li key={item.href}>
            <Tab item={item} path={path} />
          </li>
        ))}
        <li>
          <button
            type="button"
            class="tab"
            aria-expanded={more}
            onClick={() => set_more(true)}
            data-here={rest.some((item) => item.href === path) || undefined}
          >
            <Icon name="more" size={24} />
            <span>{say("app.menu.more")}</span>
          </button>
        </li>
      </ul>
      <Dialog open={more} sheet title={say("app.menu.more")} on_close={() => set_more(false)}>
        {about}
        <ul class="tabs__rest">
          {rest.map((item) => (
            <li key={item.href}>
              <a class="tabs__line" href={item.href} aria-current={item.href === path ? "page" : undefined}>
                <Icon name={item.icon} />
                <span>{say(item.name)}</span>
              </a>
            </li>
          ))}
        </ul>
        {signed_in_as && (
          <p class="small soft">
            {say("app.signed_in_as")} <b>{signed_in_as}</b>
          </p>
        )}
      </Dialog>
    </nav>
  );
}

function Tab({ item, path }: { item: MenuItem; path: string }): JSX.Element {
  return (
    <a class="tab" href={item.href} aria-current={item.href === path ? "page" : undefined}>
      <Icon name={item.icon} size={24} />
      <span>{say(item.tab)}</span>
    </a>
  );
}
