// What the view shows of the circle, of what matters, and of what the person would like.
#include <algorithm>

#include "core/circle/sentence.hpp"
#include "core/view/maker.hpp"

namespace kith {

SentenceView ViewMaker::sentence() const {
  SentenceView view;
  auto const* row = find(record_.sentence, Occasion::everyday);
  auto const* map = find(record_.maps, Occasion::everyday);
  view.shown = !row || row->shown;
  view.finished = map && map->finished;
  view.feels = row ? row->feels : std::nullopt;
  view.statements = statements(Place::sentence, RowKey{"map:everyday"});
  may(view.can, draws(Part::circle), {"show_sentence", "answer_sentence"});
  may(view.can, draws(Part::circle) || tells(Part::circle), {"word_statement"});
  if (!view.shown || !sight_.sees(Part::circle)) return view;  // VW3: turned off, it is not computed
  CircleDrawing drawing;
  drawing.finished = view.finished;
  for (auto const& entry : record_.ties) {
    auto const& tie = entry.second;
    if (!tie.everyday) continue;
    drawing.ties.push_back({tie.details.name.text,
                            {tie.details.kind, tie.details.frequency, tie.details.gives},
                            tie.everyday->ring});
  }
  view.text = context_.say(describe(drawing).sentence);
  return view;
}

CircleView ViewMaker::circle() const {
  CircleView view;
  bool const draws_here = draws(Part::circle);
  for (auto const occasion : all<Occasion>()) {
    auto const* row = find(record_.maps, occasion);
    MapView map{occasion, row && row->finished, {}};
    may(map.can, draws_here, {"finish_circle"});
    view.maps.push_back(std::move(map));
  }
  for (auto const& entry : record_.ties) {
    auto const& row = entry.second;
    if (!row.everyday && !row.hard_times) continue;
    TieView tie{row.tie,
                row.version,
                row.details.name.text,
                row.details.kind,
                row.details.relation,
                row.details.frequency,
                row.details.gives,
                row.details.gets,
                row.details.is_private,
                {},
                {},
                {},
                {}};
    if (row.everyday) tie.rings.everyday = row.everyday->ring, tie.angles.everyday = row.everyday->angle;
    if (row.hard_times)
      tie.rings.hard_times = row.hard_times->ring, tie.angles.hard_times = row.hard_times->angle;
    for (auto const& step : record_.steps) {
      bool const open = step.second.state == StepState::not_yet || step.second.state == StepState::under_way;
      if (!open) continue;
      auto const companion = companion_of(RowKey{key_of(StepRow::kind, text_of(step.first))});
      if (step.second.doer == Party::of(row.tie) || companion == row.tie) tie.carries.push_back(step.first);
    }
    may(tie.can, draws_here, {"change_tie", "move_tie", "take_off_tie", "link_ties"});
    view.ties.push_back(std::move(tie));
  }
  for (auto const& entry : record_.links) {
    LinkView link{entry.second.link, entry.second.a, entry.second.b, {}};
    may(link.can, draws_here, {"unlink_ties"});
    view.links.push_back(std::move(link));
  }
  view.sentence = sentence();
  may(view.can, draws_here, {"draw_tie", "link_ties", "finish_circle"});
  return view;
}

MattersView ViewMaker::matters() const {
  MattersView view;
  bool const draws_here = draws(Part::matters);
  for (auto const support : all<Support>()) {
    SupportView one;
    one.support = support;
    if (auto const* row = find(record_.supports, support))
      one.version = row->version, one.enough = row->enough;
    for (auto const& entry : record_.helpers)
      if (entry.second.support == support) one.helpers.push_back(entry.second.tie);
    RowKey const about{key_of(SupportRow::kind, text_of(support))};
    one.helps = statements(Place::helps, about);
    one.wishes = statements(Place::wish, about);
    may(one.can, draws_here, {"answer_support", "add_helper", "remove_helper"});
    may(one.can, draws_here || tells(Part::matters), {"word_statement"});
    view.supports.push_back(std::move(one));
  }
  for (auto const& entry : record_.enjoyed) {
    auto const& row = entry.second;
    if (row.put_away) continue;
    EnjoyedView one{row.enjoyed, row.version, statement(row.statement), row.sub_category, row.want_back, {}};
    may(one.can, draws_here, {"change_enjoyed", "put_away_enjoyed"});
    view.enjoyed.push_back(std::move(one));
  }
  may(view.can, draws_here, {"answer_support", "add_enjoyed"});
  return view;
}

PreferencesView ViewMaker::preferences() const {
  PreferencesView view;
  bool const draws_here = draws(Part::matters);
  for (auto const theme : all<ideas::Theme>()) {
    ThemeView one{theme, ideas::category_of(theme), {}, {}};
    if (auto const* row = find(record_.preferences, theme)) one.answer = row->answer;
    may(one.can, draws_here, {"set_preference"});
    view.themes.push_back(std::move(one));
  }
  for (auto const& entry : record_.access) view.access.push_back({entry.second.need, entry.second.level});
  if (auto const* row = find(record_.near, record_.whose()->record)) {
    auto const& near = row->near;
    view.near = {near.kind, near.label, near.lat_udeg, near.lon_udeg, near.how_far_m, near.age};
  }
  if (!record_.suits.empty()) view.suits.said = record_.suits.begin()->second.suits;
  may(view.can, draws_here, {"set_preference", "set_access_need", "set_suits"});
  may(view.can, draws(Part::ideas), {"set_near"});
  return view;
}

}  // namespace kith
