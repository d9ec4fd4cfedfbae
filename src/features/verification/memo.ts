/** Remembers answers until the state they rest on has changed. */
export class Memo {
  readonly #answers = new Map<string, unknown>();
  #seen: number | undefined;

  constructor(private readonly state: () => number, private readonly most = 5_000) {}

  /** The answer to a question; asked anew when it is not known or failed. Questions of different kinds have different keys. */
  async of<T>(key: string, ask: () => Promise<T>): Promise<T> {
    if (this.#seen !== this.state() || this.#answers.size >= this.most) {
      this.#answers.clear();
      this.#seen = this.state();
    }
    if (this.#answers.has(key)) return this.#answers.get(key) as T;
    const answer = await ask();
    if (this.#seen === this.state()) this.#answers.set(key, answer);
    return answer;
  }
}
