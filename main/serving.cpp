#include "main/serving.hpp"

#include <iostream>

#include "wire/device.hpp"

namespace kith {

Serving::Serving(House& house, ServingOptions options)
    : house_(house),
      options_(std::move(options)),
      hub_([this] { return house_.clock.now(); }, limits_),
      nudger_(hub_),
      files_(http::embedded_files()),
      sessions_{house.sign_in,
                hub_,
                files_,
                options_.door,
                [this](identity::SignedIn const& who, wire::Json& me) {
                  me["zone"] = wire::write_zone(house_.zone);
                  me["now"] = text_of(house_.clock.now());
                  me["installation_key"] = house_.boxes.public_key();
                  if (auto const used = house_.way_back_told(who.account)) me["way_back"] = *used;
                  if (options_.add_to_me) options_.add_to_me(who, me);
                },
                [this](RecordId record) { return house_.records.name_in(record); },
                [this](RecordId record, AccountId person) { return house_.records.give_to(record, person); }},
      supporters_{house.records, sessions_, [this] { return house_.clock.now(); }},
      about_{options_.installation, metrics_, [] { return true; },
             [this](wire::Json& told) {
               told["now"] = text_of(house_.clock.now());
               if (options_.add_to_installation) options_.add_to_installation(told);
             }},
      work_{house.drawer,
            [this] { return house_.clock.now(); },
            house.zone,
            {house.zone_name, "GMT Standard Time"}},
      times_{house.drawer, house.records, [this] { return house_.clock.now(); }, house.zone,
             [this] { return house_.practitioners(); }},
      records_{house.records,
               hub_,
               house.words,
               [this] { return house_.practitioners(); },
               paper_,
               options_.installation,
               [this] { return local_day(house_.clock.now(), house_.zone); },
               house.boxes,
               [this] { return house_.clock.now(); },
               house.sign_in,
               [this](AccountId account) { return http::next_at_work(work_, account); }},
      directory_{house.directory, house.directory_store, [this] { return house_.places(); },
                 [this] { return local_day(house_.clock.now(), house_.zone); },
                 [this](AccountId account) {
                   auto const known = house_.known(account);
                   return known ? known->name.text : std::string();
                 }},
      collections_{
          house.collections, house.directory_store, paper_, house.words, options_.installation.is_practice(),
          directory_.today,  directory_.name_of},
      site_(options_.door, routes(), files_, http::who_is(house.sign_in), metrics_,
            [&house](std::string_view token) { return house.sign_in.has_ended(token); }),
      server_({.address = options_.address,
               .port = options_.port,
               .trusted_proxy = options_.trusted_proxy,
               .limits = limits_,
               .clock = [this] { return house_.clock.now(); },
               .log = [](std::string_view line) { std::cerr << line << '\n'; }},
              site_) {
  house_.records.store().on_published([this](RecordId record, app::FoldedPtr before, app::FoldedPtr after) {
    nudger_.published(record, std::move(before), std::move(after));
  });
}

http::Router Serving::routes() {
  http::Router router;
  router.add(http::session_routes(sessions_));
  router.add(http::supporter_routes(supporters_));
  router.add(http::installation_routes(about_));
  router.add(http::record_routes(records_));
  router.add(http::export_routes(records_));
  router.add(http::joining_routes(records_));
  router.add(http::look_routes(records_));
  router.add(http::work_routes(work_));
  router.add(http::time_routes(times_));
  router.add(http::directory_routes(directory_));
  router.add(http::curator_routes(directory_));
  router.add(http::collection_routes(collections_));
  router.add(std::move(options_.more_routes));
  http::add_description(router, "0.1.0");
  return router;
}

void Serving::start() {
  server_.heed_signals();
  server_.start();
}
void Serving::wait() { server_.wait(); }

}  // namespace kith
