// The code on the paper copy: eight signs that cannot be mistaken for each other, aloud or in handwriting.

const signs = "ABCDEFHJKMNPRTWXY3479";
const group_length = 4;
const groups = 2;

/** "KMTA-7RX4". Each sign is drawn evenly: bytes that would favour some signs are drawn again. */
export function new_withdrawal_code(draw: (count: number) => Uint8Array = random_bytes): string {
  const even = 256 - (256 % signs.length);
  let code = "";
  while (code.length < group_length * groups) {
    for (const byte of draw(16)) {
      if (byte < even && code.length < group_length * groups) code += signs.charAt(byte % signs.length);
    }
  }
  return `${code.slice(0, group_length)}-${code.slice(group_length)}`;
}

function random_bytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
