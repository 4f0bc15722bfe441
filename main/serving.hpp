// Serving: one house behind HTTP. Built for `kith serve` and `kith demo` alike; the demo only adds its own
// routes.
#pragma once
#include "adapters/paper_weasy/paper_weasy.hpp"
#include "app/installation/installation.hpp"
#include "http/live.hpp"
#include "http/metrics.hpp"
#include "http/nudger.hpp"
#include "http/routes/collection_routes.hpp"
#include "http/routes/curator_routes.hpp"
#include "http/routes/directory_routes.hpp"
#include "http/routes/export_routes.hpp"
#include "http/routes/installation_routes.hpp"
#include "http/routes/joining_routes.hpp"
#include "http/routes/look_routes.hpp"
#include "http/routes/record_routes.hpp"
#include "http/routes/session_routes.hpp"
#include "http/routes/supporter_routes.hpp"
#include "http/routes/time_routes.hpp"
#include "http/routes/work_routes.hpp"
#include "http/server.hpp"
#include "http/site.hpp"
#include "http/static_files.hpp"
#include "main/house.hpp"

namespace kith {

struct ServingOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8420;
  std::string trusted_proxy;
  http::Door door;
  app::Installation installation;
  std::vector<http::Route> more_routes;                                   // the demo's own
  std::function<void(identity::SignedIn const&, wire::Json&)> add_to_me;  // likewise
  std::function<void(wire::Json&)> add_to_installation;
};

class Serving {
 public:
  Serving(House& house, ServingOptions options);  // listens; the port may be any free one when it was 0
  std::uint16_t port() const { return server_.port(); }
  void start();
  void wait();  // until a signal asks the program to stop

 private:
  http::Router routes();

  House& house_;
  ServingOptions options_;
  http::Limits limits_;
  http::Metrics metrics_;
  http::LiveHub hub_;
  http::Nudger nudger_;
  http::StaticFiles files_;
  http::SessionDesk sessions_;
  http::SupporterDesk supporters_;
  http::InstallationDesk about_;
  adapters::PaperWeasy paper_;
  http::WorkDesk work_;
  http::TimeDesk times_;
  http::RecordDesk records_;
  http::DirectoryDesk directory_;
  http::CollectionDesk collections_;
  http::Site site_;
  http::Server server_;
};

}  // namespace kith
