#include <algorithm>
#include <map>
#include <variant>

#include "core/circle/picture.hpp"
#include "core/device/device.hpp"
#include "core/ideas/match.hpp"
#include "core/paper/plan_page.hpp"
#include "core/view/preferences.hpp"
#include "core/view/view.hpp"
#include "core/words/format.hpp"
#include "wasm/door.hpp"
#include "wasm/out_doors.hpp"
#include "wire/commands.hpp"
#include "wire/device.hpp"
#include "wire/idea.hpp"
#include "wire/service.hpp"
#include "wire/view.hpp"
#include "wire/words.hpp"

namespace kith::wasm {
namespace {

using wire::Json;

constexpr std::size_t call_bytes_max = 32u << 20;

// What one page holds: its language, the services near, and a device per open record.
struct Hall {
  Catalogue catalogue;
  std::map<std::int64_t, Device> devices;
  std::int64_t next_device = 1;
  ideas::ServiceColumns columns;
  std::map<ServiceId, ideas::Service> services;
};
Hall& hall() {
  static Hall only;  // one module is one page; there are no threads
  return only;
}

Device* device_at(Json const& in) {
  auto const handle = wire::integer_at(in, "device");
  auto const spot = handle ? hall().devices.find(*handle) : hall().devices.end();
  return spot == hall().devices.end() ? nullptr : &spot->second;
}
Refusal no_device() { return wire::unreadable("DV9", "device"); }

std::string say_in_words(std::vector<Message> const& messages) { return say_all(messages, hall().catalogue); }

// The moment the page asks for, never before what the device has seen.
Instant now_of(Json const& in, Device const& device) {
  auto const* text = wire::string_at(in, "now");
  auto const asked = text ? parse_instant(*text) : std::nullopt;
  return asked ? *asked : device.now;
}

}  // namespace

Answer words_load(Json const& in) {
  auto const* language = wire::string_at(in, "language");
  auto const* catalogue = wire::member(in, "catalogue");
  auto const known = language ? named<CatalogueLanguage>(*language) : std::nullopt;
  if (!known || !catalogue) return wire::unreadable("DV9", known ? "catalogue" : "language");
  auto read = wire::read_catalogue(*known, wire::write_json(*catalogue));
  if (auto* refusal = std::get_if<Refusal>(&read)) return std::move(*refusal);
  hall().catalogue = std::move(std::get<Catalogue>(read));
  return Json(true);
}

Answer say_message(Json const& in) {
  auto const* key = wire::string_at(in, "key");
  if (!key) return wire::unreadable("DV9", "key");
  Message message{*key, {}};
  auto const* args = wire::member(in, "args");
  if (auto const* object = args ? wire::object_of(*args) : nullptr) {
    for (auto const& [name, value] : *object) {
      if (auto const* text = value.get_ptr<Json::string_t const*>())
        message.args.push_back({name, *text});
      else if (auto const* whole = value.get_ptr<Json::number_integer_t const*>())
        message.args.push_back({name, *whole});
      else if (auto const* list = value.get_ptr<Json::array_t const*>()) {
        std::vector<std::string> items;
        for (auto const& item : *list)
          if (auto const* one = item.get_ptr<Json::string_t const*>()) items.push_back(*one);
        message.args.push_back({name, std::move(items)});
      }
    }
  }
  return Json(say(message, hall().catalogue));
}

Answer device_open(Json const& in) {
  auto read = wire::read_opening(in);
  if (auto* refusal = std::get_if<Refusal>(&read)) return std::move(*refusal);
  auto const handle = hall().next_device++;
  auto& device = hall().devices.emplace(handle, std::move(std::get<Device>(read))).first->second;
  auto const outputs = begin(device);
  return Json{{"device", handle}, {"outputs", wire::write_outputs(device, outputs)}};
}

Answer device_step(Json const& in) {
  auto* device = device_at(in);
  auto const* what = wire::member(in, "input");
  if (!device || !what) return no_device();
  auto input = wire::read_input(*what);
  if (auto* refusal = std::get_if<Refusal>(&input)) return std::move(*refusal);
  auto const outputs = step(*device, std::get<DeviceInput>(input));
  return Json{{"outputs", wire::write_outputs(*device, outputs)}};
}

Answer device_view(Json const& in) {
  auto* device = device_at(in);
  if (!device) return no_device();
  auto const now = now_of(in, *device);
  auto view = view_of(device->shown, {device->reader, now, local_day(now, device->zone), say_in_words});
  if (!view) return refuse("CM8");
  for (auto const& waiting : device->waiting) {
    view->waiting.push_back(
        {waiting.command.id, std::string(name_of(waiting.command.ask)), waiting.command.made_at});
  }
  return wire::write_view(*view);
}

Answer device_close(Json const& in) {
  if (auto const handle = wire::integer_at(in, "device")) hall().devices.erase(*handle);
  return Json(true);
}

Answer directory_load(Json const& in) {
  auto const* list = wire::array_at(in, "services");
  if (!list) return wire::unreadable("DV9", "services");
  hall().columns = {};
  hall().services.clear();
  for (auto const& item : *list) {
    auto read = wire::read_service(item);
    auto* service = std::get_if<ideas::Service>(&read);
    if (!service) continue;  // one the server wrote in a newer form: the others still help
    hall().columns.add(*service);
    hall().services.insert_or_assign(service->id, std::move(*service));
  }
  hall().columns.finish();
  return Json(true);
}

Answer ideas_near(Json const& in) {
  auto* device = device_at(in);
  if (!device) return no_device();
  std::size_t after = 0;
  if (auto const* text = wire::string_at(in, "after")) {
    for (char const c : *text) {
      if (c < '0' || c > '9' || after > ideas::ideas_after_max) return wire::unreadable("DV9", "after");
      after = after * 10 + static_cast<std::size_t>(c - '0');
    }
  }
  auto const today = local_day(now_of(in, *device), device->zone);
  auto const found = ideas::match(hall().columns, preferences_of(device->shown), today, after);
  Json list = Json::array();
  for (auto const& idea : found.ideas) {
    auto const service = hall().services.find(idea.service);
    if (service != hall().services.end())
      list.push_back(wire::write_idea(idea, service->second, hall().catalogue));
  }
  return Json{{"ideas", std::move(list)},
              {"left_out", static_cast<std::int64_t>(found.left_out)},
              {"next", found.next ? Json(std::to_string(*found.next)) : Json(nullptr)}};
}

Answer service_at(Json const& in) {
  auto const* text = wire::string_at(in, "service");
  auto const id = text ? parse_id<ServiceId>(*text) : std::nullopt;
  auto const service = id ? hall().services.find(*id) : hall().services.end();
  if (service == hall().services.end()) return refuse("CM8");
  return wire::write_service(service->second);
}

namespace {

// The ties to draw: those given, or those of the record on one occasion.
std::vector<PictureTie> ties_to_draw(Json const& in, Occasion occasion) {
  std::vector<PictureTie> ties;
  if (auto const* device = device_at(in)) {
    for (auto const& entry : device->shown.ties) {
      auto const& row = entry.second;
      if (!row.on(occasion)) continue;
      auto const& standing = *row.on(occasion);
      ties.push_back({row.tie, row.details.name.text, row.details.kind, standing.ring, standing.angle});
    }
    return ties;
  }
  auto const* list = wire::array_at(in, "ties");
  if (!list) return ties;
  for (auto const& item : *list) {
    auto const* id = wire::string_at(item, "id");
    auto const* name = wire::string_at(item, "name");
    auto const* kind = wire::string_at(item, "kind");
    auto const* rings = wire::member(item, "rings");
    auto const ring = ring_of(rings ? wire::integer_at(*rings, name_of(occasion)).value_or(0) : 0);
    auto const tie = id ? parse_id<TieId>(*id) : std::nullopt;
    auto const known = kind ? named<TieKind>(*kind) : std::nullopt;
    if (tie && name && known && ring) ties.push_back({*tie, *name, *known, *ring, {}});
  }
  return ties;
}

}  // namespace

Answer picture(Json const& in) {
  auto const* text = wire::string_at(in, "occasion");
  auto const occasion = text ? named<Occasion>(*text) : std::nullopt;
  auto const width = wire::integer_at(in, "width"), height = wire::integer_at(in, "height");
  if (!occasion || !width || !height) return wire::unreadable("DV9", "picture");
  auto const px = [](std::int64_t size) {
    return static_cast<int>(std::clamp<std::int64_t>(size, picture_px_min, picture_px_max));
  };
  auto const drawn = lay_out(ties_to_draw(in, *occasion), px(*width), px(*height));
  Json rings = Json::array(), ties = Json::array();
  for (int const radius : drawn.ring_radius) rings.push_back({{"r", radius}});
  for (auto const& tie : drawn.ties) {
    ties.push_back({{"id", text_of(tie.id)},
                    {"x", tie.x},
                    {"y", tie.y},
                    {"w", tie.w},
                    {"h", tie.h},
                    {"label", tie.label},
                    {"label_px", tie.label_px},
                    {"shape", std::string(name_of(tie.shape))},
                    {"ring", number_of(tie.ring)}});
  }
  return Json{{"rings", std::move(rings)},      {"centre", {{"x", drawn.centre_x}, {"y", drawn.centre_y}}},
              {"me", drawn.me_radius},          {"font_px", drawn.font_px},
              {"caption_px", drawn.caption_px}, {"ties", std::move(ties)}};
}

Answer paper(Json const& in) {
  auto* device = device_at(in);
  if (!device) return no_device();
  auto const now = now_of(in, *device);
  auto const today = local_day(now, device->zone);
  ViewContext const reading{device->reader, now, today, say_in_words};
  PaperContext context{today, {}, wire::bool_at(in, "practice").value_or(true)};
  if (auto const* help = wire::array_at(in, "help")) {
    for (auto const& item : *help) {
      auto const* name = wire::string_at(item, "name");
      auto const* number = wire::string_at(item, "number");
      auto const* when = wire::string_at(item, "when");
      auto const* checked = wire::string_at(item, "checked_on");
      if (name && number)
        context.help.push_back(
            {*name, *number, when ? *when : "", checked ? parse_day(*checked) : std::nullopt});
    }
  }
  auto const* style = wire::string_at(in, "style");
  if (style && *style != "one-page")
    return other_paper({*device, reading, hall().catalogue}, context, *style, in);
  auto const view = view_of(device->shown, reading);
  if (!view) return refuse("CM8");
  return Json{{"html", one_page_html(one_page_of(*view, context, hall().catalogue), hall().catalogue)}};
}

namespace {

// A door that opens on what stands on a device now.
template <class Open>
Answer on_device(Json const& in, Open&& open) {
  auto* device = device_at(in);
  if (!device) return no_device();
  auto const now = now_of(in, *device);
  return open(
      OnDevice{*device, {device->reader, now, local_day(now, device->zone), say_in_words}, hall().catalogue});
}

}  // namespace

Answer copy_door(Json const& in) {
  return on_device(in, [&](OnDevice const& on) { return copy_visit(on, in); });
}
Answer calendar_door(Json const& in) {
  return on_device(in, [](OnDevice const& on) { return calendar(on); });
}

namespace {

Answer call(std::span<Door const> doors, std::string_view op, Json const& in) {
  for (auto const& door : doors)
    if (door.op == op) return door.open(in);
  return wire::unreadable("DV9", "op");
}

}  // namespace

std::string answer_by(std::span<Door const> doors, std::string_view op, std::string_view json) {
  auto const in = wire::read_json(json, {call_bytes_max, wire::json_depth_max});
  auto const* unread = std::get_if<wire::JsonRefusal>(&in);
  auto answer = unread ? Answer(wire::unreadable("DV9", std::string(name_of(unread->fault))))
                       : call(doors, op, std::get<Json>(in));
  Json out = Json::object();
  if (auto const* refusal = std::get_if<Refusal>(&answer)) {
    out["refusal"] = {{"rule", std::string(refusal->rule)},
                      {"message", wire::write_message(refusal->message)}};
  } else {
    out["ok"] = std::move(std::get<Json>(answer));
  }
  return wire::write_json(out);
}

}  // namespace kith::wasm
