// en.json in the two parts that build/words-in-two.ts makes of it.

declare module "*.json?first" {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module "*.json?later" {
  const words: Readonly<Record<string, string>>;
  export default words;
}
