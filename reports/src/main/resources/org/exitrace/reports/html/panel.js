/** The side panel: what a step did, and the state behind it, by region. */
class Panel {
  constructor(run, host, go) {
    this.run = run;
    this.host = host;
    this.go = go;
    this.closed = new Map();
  }

  part(parent, tag, className, text) {
    return Lanes.part(parent, tag, className, text);
  }

  show(number) {
    this.host.replaceChildren();
    const {run} = this;
    const title = this.part(this.host, 'h3', '', number === 0 ? 'First state' : 'Step ' + number);
    title.setAttribute('aria-live', 'polite');
    if (number > 0) {
      this.part(this.host, 'p', 'step-name',
          run.data.actors[run.actor(number)] + ' ' + run.name(number));
    }
    if (run.data.timed && number > 0) {
      this.part(this.host, 'p', 'note', 'at ' + Run.grouped(run.time(number)) + ' ns');
    }
    if (run.source(number)) {
      this.part(this.host, 'p', 'source', run.source(number));
    }
    (run.broken.get(number) || []).forEach(entry => this.broken(entry));
    this.links(run.causes.get(number), 0);
    this.links(run.effects.get(number), 1);
    this.footprint(number);
    this.state(number);
    if (number === run.count && run.data.waiting.length) {
      this.part(this.host, 'h4', '', 'Still waiting');
      run.data.waiting.forEach(place => this.part(this.host, 'p', 'note', place));
    }
  }

  broken([, kind, sentence, because]) {
    const box = this.part(this.host, 'div', 'broke');
    this.part(box, 'p', '', '\u2715 ' + kind + ': ' + sentence);
    if (because) {
      this.part(box, 'p', 'because', 'because ' + because);
    }
  }

  /** The steps at one end of the arrows; what is carried is told where it comes from or goes. */
  links(arrows, end) {
    const {run} = this;
    (arrows || []).forEach(arrow => {
      const other = arrow[end];
      const carried = run.messages(arrow).map(message => message.join(' ')).join('; ');
      const enables = run.enables(arrow) && (end === 0 ? 'made possible by' : 'makes possible');
      const acts = carried && (end === 0 ? 'acts on ' + carried + ' from' : carried + ' tells');
      const line = this.part(this.host, 'p', 'note',
          [acts, enables].filter(part => part).join(', ') + ' ');
      const button = this.part(line, 'button', 'go', 'step ' + other);
      button.type = 'button';
      button.addEventListener('click', () => this.go(other));
      line.append(' ' + run.data.actors[run.actor(other)] + ' ' + run.name(other));
    });
  }

  footprint(number) {
    const footprint = this.run.data.footprints[number];
    if (footprint) {
      const names = cells =>
        cells.map(cell => this.run.data.cells[cell][0]).join(', ') || 'nothing';
      this.part(this.host, 'p', 'note', 'read ' + names(footprint[0]));
      this.part(this.host, 'p', 'note', 'wrote ' + names(footprint[1]));
    }
  }

  state(number) {
    const {cells} = this.run.data;
    const values = this.run.state(number);
    const before = number === 0 ? values : this.run.state(number - 1);
    const changed = this.run.changes(number);
    const regions = new Map();
    cells.forEach((cell, index) => Run.add(regions, cell[1], index));
    this.part(this.host, 'h4', '', number === 0 ? 'State' : 'State behind it');
    const many = cells.length > 80;
    const news = indexes => indexes.filter(index => changed.has(index)).length;
    // Among many regions the changed ones come first, or one would have to look for them.
    const order = [...regions].sort(
        (a, b) => many ? Math.sign(news(b[1])) - Math.sign(news(a[1])) : 0);
    order.forEach(([region, indexes]) => {
      const count = news(indexes);
      const box = this.part(this.host, 'details', 'region');
      box.open = !(this.closed.get(region) ?? (many && count === 0));
      const summary = this.part(box, 'summary', '', region || 'no region');
      summary.addEventListener('click', () => this.closed.set(region, box.open));
      if (count) {
        this.part(summary, 'span', 'count', count + ' changed');
      }
      const body = this.part(this.part(box, 'table', 'cells'), 'tbody', '');
      indexes.forEach(index => this.cell(body, index, values[index],
          changed.has(index) ? before[index] : -1));
    });
  }

  cell(body, index, value, was) {
    const [name, region, role] = this.run.data.cells[index];
    const row = this.part(body, 'tr', (was >= 0 ? 'changed ' : '') + role);
    const title = this.part(row, 'th', '', (was >= 0 ? '\u25cf ' : '')
        + (region ? name.slice(region.length + 1) : name));
    title.scope = 'row';
    if (role !== 'essential') {
      this.part(title, 'small', '', ' ' + (role === 'counter' ? 'place' : role));
    }
    const shown = this.part(row, 'td', '');
    this.part(shown, 'span', 'value', this.run.text(value));
    if (was >= 0) {
      this.part(shown, 'small', 'was', 'was ' + this.run.text(was));
    }
  }
}
