// A module with the same door as kith.wasm and no rules in it, for tests: it answers with the JSON it is
// given, and traps when the op is "trap". Assembled by hand; each line is one section of the binary format.

const section = (id: number, bytes: number[]): number[] => [id, bytes.length, ...bytes];
const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];
const body = (code: number[]): number[] => [code.length + 1, 0, ...code];

const i32 = 0x7f;
const i64 = 0x7e;
const types = section(1, [3, 0x60, 1, i32, 1, i32, 0x60, 1, i32, 0, 0x60, 4, i32, i32, i32, i32, 1, i64]);
const functions = section(3, [3, 0, 1, 2]);
const memory = section(5, [1, 0, 64]);
const next_free = section(6, [1, i32, 1, 0x41, 0x80, 0x08, 0x0b]);
const exported = section(7, [
  4,
  ...name("memory"),
  2,
  0,
  ...name("kith_alloc"),
  0,
  0,
  ...name("kith_free"),
  0,
  1,
  ...name("kith_call"),
  0,
  2,
]);
const alloc = body([0x23, 0, 0x23, 0, 0x20, 0, 0x6a, 0x24, 0, 0x0b]);
const free = body([0x0b]);
const call = body([
  0x20,
  1,
  0x41,
  4,
  0x46,
  0x04,
  0x40,
  0x00,
  0x0b, // an op of four letters traps
  0x20,
  2,
  0xad,
  0x42,
  32,
  0x86,
  0x20,
  3,
  0xad,
  0x84,
  0x0b, // (json_at << 32) | json_bytes
]);
const code = section(10, [3, ...alloc, ...free, ...call]);

export const tiny_module = new Uint8Array([
  0,
  0x61,
  0x73,
  0x6d,
  1,
  0,
  0,
  0,
  ...types,
  ...functions,
  ...memory,
  ...next_free,
  ...exported,
  ...code,
]);
