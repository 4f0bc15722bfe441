// The pages of a supporter, in one piece: each is small, and what leads to them is part of the first screen.

export { InvitedPage } from "./invited";
export { ShownLess } from "./shown-less";
export { SupportingPage } from "./supporting";
export { TellPage } from "./tell";
