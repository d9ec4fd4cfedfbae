type Value = string | number;

/** Puts a text for the writer into his language: `{0}` and `{name}` stand for values. The English text is the key of its translations. */
export type Say = {
  (text: string, ...values: Value[]): string;
  (text: string, values: Readonly<Record<string, Value>>): string;
};

/** English, the language of what goes into files: citations and reports. */
export const english: Say = (text: string, ...values: (Value | Readonly<Record<string, Value>>)[]): string => {
  const [first] = values, named: Readonly<Record<string, Value>> = typeof first === 'object' ? first : (values as Value[]) as unknown as Record<string, Value>;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(named[key] ?? whole));
};
