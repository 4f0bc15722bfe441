// What the doors of a record answer, written out (spec/commands.md, spec/sync.md).
//
// Pure; the answers belong to the caller. A row is JSON already: a patch is put together as text, so that a
// large record is not read again.
#pragma once
#include <functional>
#include <string>

#include "app/records/records.hpp"

namespace kith::app {

using SayOne = std::function<std::string(Message const&)>;  // in the language of whoever asked

wire::Json write_answer(CommandAnswer const&, SayOne const&);
std::string write_submitted(Submitted const&, SayOne const&);
std::string write_patch(SyncPatch const&);

}  // namespace kith::app
