/** Where JSON stops being JSON. */
export interface JsonFault {
  /** Characters before the fault. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const WHITE = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these inside a string
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const UNCLOSED = /"(?:[^"\\]|\\[^])*$/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds where a text that `JSON.parse` refused goes wrong. The engine's own message quotes the text
 * around the fault, which may be a patient's name, and often leaves out the place.
 */
export function jsonFault(text: string): JsonFault {
  let at = 0;
  const open: ('{' | '[')[] = [];
  const take = (form: RegExp) => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) return false;
    at += found[0].length;
    return true;
  };
  const fault = (what: string): JsonFault => {
    const before = text.slice(0, at);
    const lastBreak = before.lastIndexOf('\n');
    return {
      offset: at,
      line: before.split('\n').length,
      column: at - lastBreak,
      what: at >= text.length ? 'the text ends too early' : what,
    };
  };
  // Each turn reads one value, then closes and separates as far as it goes.
  for (;;) {
    take(WHITE);
    const start = text[at];
    if (start === '{' || start === '[') {
      at += 1;
      open.push(start);
      take(WHITE);
      if (text[at] !== (start === '{' ? '}' : ']')) {
        if (start === '{') {
          const key = readKey();
          if (key) return key;
        }
        continue;
      }
    } else if (start === '"' ? !take(STRING) : !take(SCALAR)) {
      return fault(start === '"' ? stringFault() : 'a value is expected');
    }
    for (;;) {
      take(WHITE);
      const inside = open.at(-1);
      if (inside === undefined) return fault('nothing may follow the end');
      if (text[at] === (inside === '{' ? '}' : ']')) {
        at += 1;
        open.pop();
        continue;
      }
      if (text[at] !== ',') return fault(`"," or "${inside === '{' ? '}' : ']'}" is expected`);
      at += 1;
      if (inside === '{') {
        const key = readKey();
        if (key) return key;
      }
      break;
    }
  }

  function stringFault(): string {
    UNCLOSED.lastIndex = at;
    return UNCLOSED.test(text) ? 'the text ends within a string' : 'a string has a forbidden character';
  }

  function readKey(): JsonFault | undefined {
    take(WHITE);
    if (!take(STRING))
      return fault(text[at] === '"' ? stringFault() : 'a property name in quotation marks is expected');
    take(WHITE);
    if (text[at] !== ':') return fault('":" is expected');
    at += 1;
    return undefined;
  }
}
