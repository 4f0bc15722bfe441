// How Chromium is started: also as root in a container, and without asking anybody on the network for
// anything.

export const browser_arguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];
