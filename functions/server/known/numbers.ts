/** Numbers one behind the other. */
export class Numbers {
  private numbers = new Int32Array(512)
  private length = 0

  /** @returns where it stands */
  add(number: number): number {
    if (this.length === this.numbers.length) {
      const larger = new Int32Array(2 * this.length)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.length] = number
    return this.length++
  }

  set(at: number, number: number): void {
    this.numbers[at] = number
  }

  /** All of them; what is added next begins anew. */
  finish(): Int32Array {
    const all = this.numbers.slice(0, this.length)
    this.length = 0
    return all
  }
}
