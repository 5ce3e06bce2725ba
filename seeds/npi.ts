/** Luhn sum of an NPI: the prefix 80840 that the standard puts in front adds a constant 24. */
function luhnSum(digits: string): number {
  let sum = 24;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}

/** True for ten digits that begin with 1 or 2 and pass the Luhn check with prefix 80840. */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnSum(text) % 10 === 0;
}

/**
 * A valid but synthetic NPI from a serial number below 10^8. It begins with 2, which the rule allows and the
 * registry has never issued, so that no demo person carries the number of a real one.
 */
export function syntheticNpi(serial: number): string {
  const nine = `2${String(serial).padStart(8, '0')}`;
  const check = (10 - (luhnSum(`${nine}0`) % 10)) % 10;
  return `${nine}${check}`;
}
