// What is used of the library, which brings no types of its own.
declare module '@lhncbc/ucum-lhc' {
  interface Validated {
    readonly status: 'valid' | 'invalid' | 'error';
    readonly ucumCode: string | null;
  }
  interface Converted {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
  }
  interface Utils {
    validateUnitString(unit: string): Validated;
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { molecularWeight?: number | undefined; charge?: number | undefined },
    ): Converted;
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
