import { expect, test } from "vitest";
import { compare } from "./compare";

test.each([
  {
    given: "words were added at the end",
    before: "Go to the allotment",
    after: "Go to the allotment with Dev",
    then: { added: ["with Dev"], taken_out: [], anew: false },
  },
  {
    given: "one word took the place of another",
    before: "Sleep every night",
    after: "Sleep most nights",
    then: { added: ["most nights"], taken_out: ["every night"], anew: false },
  },
  {
    given: "words were taken out",
    before: "Ring Mum, but not late",
    after: "Ring Mum",
    then: { added: [], taken_out: [", but not late"], anew: false },
  },
  {
    given: "only the spaces changed",
    before: "Ring  Mum",
    after: "Ring Mum",
    then: { added: [], taken_out: [], anew: false },
  },
  {
    given: "it was written anew",
    before: "Swim",
    after: "A walk in the hills",
    then: { added: ["A walk in the hills"], taken_out: ["Swim"], anew: true },
  },
  {
    given: "words of another script",
    before: "我想睡觉",
    after: "我想睡觉 明天",
    then: { added: ["明天"], taken_out: [], anew: false },
  },
  {
    given: "a name with marks",
    before: "Ffonio Siân",
    after: "Ffonio Siân a Ŵyn",
    then: { added: ["a Ŵyn"], taken_out: [], anew: false },
  },
])("G-9 says what changed when $given", ({ before, after, then }) => {
  expect(compare(before, after)).toEqual(then);
});
