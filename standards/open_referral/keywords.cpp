#include "standards/open_referral/keywords.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kith::open_referral {
namespace {

struct Words {
  ideas::SubCategory about;
  std::string_view keywords;  // parted by |
};

// Words that also mean something else in descriptions ("learning" disabilities, "for the benefit of", "run by
// volunteers") stand here only in company.
using enum ideas::SubCategory;
constexpr std::array<Words, 26> lists = {{
    {reading_and_writing,
     "book club*|book group*|reading group*|writing group*|creative writing|writers|poetry|"
     "storytelling|literature"},
    {arts_and_crafts,
     "art|arts|artist*|craft*|knit*|crochet*|sewing|painting|pottery|ceramic*|drawing|woodwork*|"
     "men in sheds|mens shed*|men s shed*|photograph*|textile*|sculpture|quilt*|embroider*"},
    {drama_and_music,
     "drama|theatre*|theatrical|music*|choir*|choral|singing|band|orchestra*|dance*|opera*|operatic|"
     "ukulele*|guitar*|piano|brass|symphony|concert*|players"},
    {social_clubs,
     "social club*|social group*|social activit*|leisure activit*|coffee morning*|drop in|lunch club*|"
     "luncheon club*|cafe|meet up*|friendship group*|scout*|guides|guiding|women s institute*|"
     "womens institute*|rotary|u3a|probus|chess|youth club*|youth group*|community centre*|bingo"},
    {health_conditions,
     "diabetes|diabetic*|cancer|dementia|demetia|dememtia|alzheimer*|stroke|heart disease|epilepsy|arthritis|"
     "autism|autistic|asperger*|mental health|mental ill*|anxiety|depression|depressed|"
     "hearing voices|bipolar|mood disorder*|long term condition*|life limiting|parkinson*|copd|"
     "asthma|hiv|addiction*|drugs and alcohol|alcohol|wellbeing|well being|dyslexi*|"
     "multiple sclerosis|postnatal|learning disabilit*|disabled people|health inequalit*"},
    {weight_management, "weight|slimming|healthy eating|nutrition*|obesity|dietit*"},
    {fitness_and_exercise,
     "fitness|gym|gyms|gymnast*|exercise*|sport|sports|sporting|football*|cricket*|rugby|tennis|"
     "badminton|bowling|bowls|netball|basketball|athletic*|martial arts|karate|judo|boxing|"
     "yoga|pilates|tai chi|running|runners|cycling|golf*|hockey|fencing|rowing|trampolin*|"
     "croquet|dance*|volleyball|lacrosse|squash|weights|multi sports|riding|skating"},
    {swimming, "swim*|aqua*|water sports|water polo"},
    {walking_and_outdoors,
     "walk|walks|walking|rambl*|hiking|outdoors|wildlife|conservation|nature|countryside|"
     "orienteering|green space*|bird watching|canal|angling|fishing"},
    {education_and_learning,
     "education*|adult learning|courses|course|classes|tuition|esol|literacy|numeracy|"
     "computer*|digital skills|silver surfers|lectures|local history|history society|"
     "workshop*|talks"},
    {support_for_carers, "carer|carers|caring for|respite|parents and carers"},
    {counselling,
     "counsel*|therap*|psycholog*|listening ear|talking therap*|bereave*|emotional support|"
     "safe place for people to talk|psychotherap*"},
    {befriending,
     "befriend*|lonely|loneliness|isolat*|companionship|home visit*|visit older adults|buddy|buddying"},
    {home_support,
     "home care|homecare|domiciliary|independent living|live independently|handyperson|help at home|"
     "supported living|home based practical help|practical help|meals on wheels|complex needs|"
     "support disabled people|supporting disabled people|one to one support"},
    {money_and_benefits,
     "benefits advice|welfare rights|welfare benefits|debt*|money advice|financial advice|"
     "budgeting|citizens advice|universal credit|credit union|advice and information|"
     "information and advice|information advice|offers advice"},
    {community_transport,
     "community transport|ring and ride|dial a ride|minibus*|volunteer drivers|patient transport|"
     "car scheme*|shopmobility"},
    {volunteering, "volunteering|volunteer opportunit*|volunteer centre*|timebank*|time bank*"},
    {gardening, "garden*|allotment*|horticultur*|community growing|floral|flower show*"},
    {libraries, "library|libraries"},
    {faith,
     "church|churches|worship|parish|christian*|mosque|masjid|muslim*|islam*|synagogue|jewish|hebrew|"
     "gurdwara|"
     "sikh*|hindu*|temple|mandir|buddhis*|gospel|religious|religion*|religous|faith|prayer|ministry|diocese|"
     "diocesan|"
     "parochial|quaker*|salvation army|methodist|baptist|evangelical|shabbos|torah|chapel"},
    {peer_support,
     "peer support|support group*|self help|hearing voices|shared personal experience|mutual support|"
     "support network*|drop in group*|anonymous|support services for people"},
    {advocacy,
     "advoca*|legal advice|human rights|victims of|witness service|rape crisis|domestic abuse|"
     "domestic violence"},
    {work_and_training,
     "employment|jobs|job seekers|jobcentre*|apprentice*|work experience|vocational|employab*|"
     "back to work"},
    {food_support,
     "food bank*|foodbank*|food parcel*|food club*|pantry|soup kitchen*|hot meals|community fridge*|"
     "surplus food|food poverty"},
    {everyday_health,
     "pharmacy|pharmacist*|dentist*|dental|gp practice|general practice|doctors surgery|optician*"},
    {residential_care, "care home*|nursing home*|residential care|residential home*"},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// `rest` begins at a word; does the keyword stand there?
bool begins_with(std::string_view rest, std::string_view keyword) {
  bool const prefix = keyword.ends_with('*');
  if (prefix) keyword.remove_suffix(1);
  return rest.starts_with(keyword) &&
         (prefix || (rest.size() > keyword.size() && rest[keyword.size()] == ' '));
}

// Every keyword of the lists by its first bytes, so that a word of the text meets only those it could be.
constexpr std::size_t beginning_bytes = 2;
struct Keyword {
  std::string_view keyword;
  ideas::SubCategory about;
};
std::multimap<std::string_view, Keyword> keywords_by_beginning() {
  std::multimap<std::string_view, Keyword> made;
  for (auto const& list : lists) {
    for (auto rest = list.keywords; !rest.empty();) {
      auto const keyword = rest.substr(0, std::min(rest.find('|'), rest.size()));
      made.emplace(keyword.substr(0, beginning_bytes), Keyword{keyword, list.about});
      rest.remove_prefix(std::min(keyword.size() + 1, rest.size()));
    }
  }
  return made;
}

}  // namespace

std::string words_of(std::string_view text) {
  std::string words = " ";
  for (auto const raw : text) {
    auto const c = lower(raw);
    if (is_word_byte(c))
      words.push_back(c);
    else if (words.back() != ' ')
      words.push_back(' ');
  }
  if (words.back() != ' ') words.push_back(' ');
  return words;
}

bool has_keyword(std::string const& words, std::string_view keyword) {
  if (keyword.empty() || keyword == "*") return false;
  for (auto at = words.find(' '); at != std::string::npos && at + 1 < words.size();
       at = words.find(' ', at + 1)) {
    if (begins_with(std::string_view(words).substr(at + 1), keyword)) return true;
  }
  return false;
}

ideas::SubCategorySet general_sub_categories(std::string const& words) {
  static auto const keywords = keywords_by_beginning();
  ideas::SubCategorySet found;
  for (auto at = words.find(' '); at != std::string::npos && at + 1 < words.size();
       at = words.find(' ', at + 1)) {
    auto const rest = std::string_view(words).substr(at + 1);
    auto const [from, until] = keywords.equal_range(rest.substr(0, beginning_bytes));
    for (auto one = from; one != until; ++one) {
      if (begins_with(rest, one->second.keyword)) found = found.with(one->second.about);
    }
  }
  return found;
}

}  // namespace kith::open_referral
