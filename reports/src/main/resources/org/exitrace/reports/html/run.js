/** A run: its steps, and any state of it, replayed from the changes behind each step. */
class Run {
  constructor(data) {
    this.data = data;
    this.count = data.steps.length;
    this.checkpoints = new Map([[0, data.cells.map(cell => cell[3])]]);
    this.causes = new Map();
    this.effects = new Map();
    data.arrows.forEach(arrow => {
      Run.add(this.causes, arrow[1], arrow);
      Run.add(this.effects, arrow[0], arrow);
    });
    this.broken = new Map();
    data.broken.forEach(entry => Run.add(this.broken, entry[0], entry));
  }

  static add(map, key, value) {
    if (!map.has(key)) {
      map.set(key, []);
    }
    map.get(key).push(value);
  }

  text(number) {
    return this.data.texts[number];
  }

  actor(number) {
    return number === 0 ? -1 : this.data.steps[number - 1][0];
  }

  name(number) {
    return number === 0 ? 'the first state' : this.text(this.data.steps[number - 1][1]);
  }

  source(number) {
    return number === 0 ? '' : this.text(this.data.steps[number - 1][2]);
  }

  time(number) {
    return number === 0 ? 0 : this.data.steps[number - 1][3];
  }

  /** What an arrow carries: the cell's name and what became of it, a pair for each message. */
  messages(arrow) {
    const messages = [];
    for (let i = 3; i < arrow.length; i += 2) {
      messages.push([this.data.cells[arrow[i]][0], this.text(arrow[i + 1])]);
    }
    return messages;
  }

  /** Whether the first step of an arrow made the second possible. */
  enables(arrow) {
    return arrow[2] >= 0;
  }

  /** An arrow in words. */
  told(arrow) {
    const [from, to] = arrow;
    const carried = this.messages(arrow).map(message => message.join(' ')).join('; ');
    return [carried ? `step ${to} acts on what step ${from} wrote: ${carried}` : '',
      this.enables(arrow) ? `step ${from} makes step ${to} possible: ${this.text(arrow[2])}` : '',
    ].filter(part => part).join('\n');
  }

  /** Changed cells behind a step: cell to value. */
  changes(number) {
    const changes = new Map();
    if (number > 0) {
      const step = this.data.steps[number - 1];
      for (let i = 4; i < step.length; i += 2) {
        changes.set(step[i], step[i + 1]);
      }
    }
    return changes;
  }

  /** Values of all cells behind a step. */
  state(number) {
    const every = 256;
    let from = number;
    while (from > 0 && !this.checkpoints.has(from)) {
      from--;
    }
    const values = this.checkpoints.get(from).slice();
    for (let at = from + 1; at <= number; at++) {
      this.changes(at).forEach((value, cell) => {
        values[cell] = value;
      });
      if (at % every === 0 && !this.checkpoints.has(at)) {
        this.checkpoints.set(at, values.slice());
      }
    }
    return values;
  }

  /** What an actor could do behind a step: r can act, w waits, - rests. */
  activity(number, actor) {
    return this.text(this.data.activity[number])[actor];
  }

  /** The step of the same actor that comes next in that direction, or the step itself. */
  sameActor(number, direction) {
    for (let at = number + direction; at >= 1 && at <= this.count; at += direction) {
      if (this.actor(at) === this.actor(number)) {
        return at;
      }
    }
    return number;
  }

  /** Nanoseconds with their digits in groups of three. */
  static grouped(ns) {
    return String(ns).replace(/\B(?=(\d{3})+$)/g, ',');
  }
}
