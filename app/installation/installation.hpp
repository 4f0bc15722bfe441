// The installation: what the people who run this Kith have set up, as far as its pages show it.
//
// Plain values, read once at start (main/config.hpp). Until somebody is named who answers for clinical
// safety, this is a practice system: it says so on every page and is reached on this machine only (HT17).
#pragma once
#include <string>
#include <vector>

#include "app/installation/wings.hpp"
#include "core/days.hpp"

namespace kith::app {

struct HelpNumber {
  std::string name;
  std::string number;  // as it is dialled, or "text HELLO to 12345"
  std::string when;    // when and for whom, in a few words
  Day checked_on;      // the day somebody last made sure of it
};

struct Installation {
  std::string name;
  std::vector<HelpNumber> help;
  std::string clinical_safety_officer;  // "" while nobody is named
  Purpose purpose = Purpose::team;      // which wings are on

  bool is_practice() const { return clinical_safety_officer.empty(); }
};

}  // namespace kith::app
