/**
 * The swim-lanes of a run. Only the rows in sight have elements, so that a run of many thousand
 * steps scrolls as one of ten.
 */
class Lanes {
  constructor(run, host, choose) {
    this.run = run;
    this.host = host;
    this.choose = choose;
    this.chosen = 0;
    this.rowHeight = 38;
    this.top = 22;
    this.measure();
    this.layTracks();
    this.head = Lanes.part(host, 'div', 'lane-head');
    this.space = Lanes.part(host, 'div', 'lane-space');
    this.drawing = Lanes.svg(this.space, 'svg', {class: 'lane-drawing'});
    this.zoom(this.fitting());
    host.addEventListener('scroll', () => this.draw(), {passive: true});
    window.addEventListener('resize', () => this.fit(false));
  }

  static part(parent, tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    if (text !== undefined) {
      element.textContent = text;
    }
    parent.append(element);
    return element;
  }

  static svg(parent, tag, attributes, text) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (text !== undefined) {
      element.textContent = text;
    }
    parent.append(element);
    return element;
  }

  /** The text as far as it fits into so much room, measured as it will be drawn. */
  static fitted(text, room, size, bold) {
    const key = [size, bold, room, text].join(' ');
    if (!Lanes.known.has(key)) {
      const pen = Lanes.pen;
      pen.font = `${bold ? 600 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
      const fits = part => pen.measureText(part).width <= room;
      let [most, least] = [text.length, 0];
      while (!fits(text) && least < most) {
        const middle = Math.ceil((least + most) / 2);
        [least, most] = fits(text.slice(0, middle) + '\u2026') ? [middle, most] : [least, middle - 1];
      }
      Lanes.known.set(key, fits(text) ? text : least ? text.slice(0, least) + '\u2026' : '');
    }
    return Lanes.known.get(key);
  }

  measure() {
    const {data, count} = this.run;
    const actors = data.actors.length;
    const longest = data.steps.reduce((most, step) => Math.max(
        most, data.texts[step[1]].length + data.actors[step[0]].length + 1), 20);
    const lastState = data.laneCells[actors - 1] >= 0;
    this.numberWidth = 14 + 8 * String(count).length + 16;
    this.timeWidth = data.timed ? 20 + 7 * Run.grouped(this.run.time(count)).length : 0;
    this.laneWidth = actors <= 3 ? 156
      : actors <= 4 ? 124 : actors <= 6 ? 112 : actors <= 16 ? 68 : 48;
    this.timeEnd = this.numberWidth + this.timeWidth;
    this.textChars = Math.min(64, Math.max(40, longest));
    const textWidth = 6.9 * this.textChars + 16;
    // Behind more lanes than fit on a screen nobody would find the names of the steps.
    const textFirst = actors > 16;
    this.lanesAt = this.timeEnd + (textFirst ? textWidth : 0);
    const lanesEnd = this.lanesAt + actors * this.laneWidth
        + (lastState ? this.laneWidth / 2 + 6 : 8);
    this.textAt = textFirst ? this.timeEnd + 8 : lanesEnd;
    this.textRoom = textWidth - 10;
    this.width = textFirst ? lanesEnd : lanesEnd + textWidth;
    this.height = this.top + (count + 1) * this.rowHeight + 34;
  }

  /**
   * Gives each arrow a track of its own beside the lane that it leads to, as far as there is room:
   * what ends later runs further out, so that arrows cross as little as they can.
   */
  layTracks() {
    const most = this.laneWidth > 100 ? 3 : 1;
    const beside = new Map();
    this.tracks = new Map();
    this.mostTracks = 0;
    // By the later step, as they stand, and of those the later start first.
    [...this.run.data.arrows].sort((a, b) => a[1] - b[1] || b[0] - a[0]).forEach(arrow => {
      const [from, to] = arrow;
      const b = this.run.actor(to);
      const key = 2 * b + (this.run.actor(from) < b ? 1 : 0);
      const ends = beside.get(key) || beside.set(key, []).get(key);
      let track = most;
      while (track > 0 && !(ends[track - 1] > from)) {
        track--;
      }
      ends[track] = to;
      this.tracks.set(arrow, track);
      this.mostTracks = Math.max(this.mostTracks, track);
    });
  }

  /** Distance of a track from its lane. */
  trackAt(track) {
    return 12 + 5 * track;
  }

  x(actor) {
    return this.lanesAt + (actor + 0.5) * this.laneWidth;
  }

  y(row) {
    return this.top + row * this.rowHeight;
  }

  fitting() {
    const room = this.host.clientWidth - 18;
    return Math.min(1.15, Math.max(0.66, room / this.width));
  }

  /** Fits the width; unless asked for, only while nobody chose another size. */
  fit(asked) {
    this.sized = this.sized && !asked;
    if (this.sized) {
      this.draw();
    } else {
      this.zoom(this.fitting());
    }
  }

  /** Makes everything larger or smaller by a factor. */
  resize(factor) {
    this.sized = true;
    this.zoom(this.scale * factor);
  }

  zoom(scale) {
    const middle = (this.host.scrollTop + this.host.clientHeight / 2) / (this.scale || scale);
    this.scale = Math.min(2.5, Math.max(0.35, scale));
    this.space.style.width = this.width * this.scale + 'px';
    this.space.style.height = this.height * this.scale + 'px';
    this.drawHead();
    this.host.scrollTop = middle * this.scale - this.host.clientHeight / 2;
    this.draw();
  }

  drawHead() {
    this.head.replaceChildren();
    this.head.style.width = this.width * this.scale + 'px';
    const svg = Lanes.svg(this.head, 'svg', {
      viewBox: `0 0 ${this.width} 50`, width: this.width * this.scale, height: 50 * this.scale});
    Lanes.svg(svg, 'text', {class: 'dim', x: this.numberWidth - 8, y: 45, 'text-anchor': 'end'},
        'step');
    if (this.timeWidth) {
      Lanes.svg(svg, 'text', {class: 'dim', x: this.timeEnd - 8, y: 45, 'text-anchor': 'end'},
          'ns');
    }
    this.run.data.actors.forEach((name, actor) => {
      const [size, lines] = this.heading(name);
      const text = Lanes.svg(svg, 'text', {class: 'actor', style: `font-size: ${size}px`});
      lines.forEach((line, at) => Lanes.svg(text, 'tspan', {
        x: this.x(actor), y: 30 - 13 * (lines.length - 1 - at), 'text-anchor': 'middle'}, line));
      Lanes.svg(text, 'title', {}, name);
      Lanes.node(svg, actor, this.x(actor), 41, 5);
    });
  }

  /** Size and lines of a lane's heading: as large as it fits whole, in two lines if need be. */
  heading(name) {
    const room = this.laneWidth - 6;
    const seam = name.search(/[-_ .](?=[^-_ .]*$)/) + 1;
    const lines = seam > 0 ? [name.slice(0, seam), name.slice(seam)] : [name];
    for (const size of [12.5, 11, 9.5]) {
      const whole = parts => parts.every(part => Lanes.fitted(part, room, size, true) === part);
      if (whole([name])) {
        return [size, [name]];
      }
      if (whole(lines)) {
        return [size, lines];
      }
    }
    return [9.5, lines.map(line => Lanes.fitted(line, room, 9.5, true))];
  }

  /** A mark of an actor's own shape and colour. */
  static node(parent, actor, x, y, size) {
    const attributes = {class: 'node actor-' + actor % 7};
    const s = size;
    const shapes = [
      () => Lanes.svg(parent, 'circle', {...attributes, cx: x, cy: y, r: s}),
      () => Lanes.svg(parent, 'rect', {
        ...attributes, x: x - 0.9 * s, y: y - 0.9 * s, width: 1.8 * s, height: 1.8 * s}),
      () => Lanes.svg(parent, 'path', {
        ...attributes, d: `M${x} ${y - 1.25 * s}l${1.25 * s} ${1.25 * s}l${-1.25 * s} ${1.25 * s}`
            + `l${-1.25 * s} ${-1.25 * s}z`}),
      () => Lanes.svg(parent, 'path', {
        ...attributes, d: `M${x} ${y - 1.15 * s}l${1.2 * s} ${2.1 * s}h${-2.4 * s}z`})];
    return shapes[actor % 4]();
  }

  /** Rows from the first to the last that are in sight, and a few around them. */
  sight() {
    if (this.wholeForPrint) {
      return [0, Math.min(this.run.count, 2000)];
    }
    const unit = this.rowHeight * this.scale;
    const first = Math.floor(this.host.scrollTop / unit) - 8;
    const last = Math.ceil((this.host.scrollTop + this.host.clientHeight) / unit) + 8;
    return [Math.max(0, first), Math.min(this.run.count, last)];
  }

  draw() {
    const [first, last] = this.sight();
    const from = Math.max(0, this.y(first) - this.rowHeight);
    const to = last === this.run.count ? this.height : this.y(last) + this.rowHeight;
    const svg = this.drawing;
    svg.replaceChildren();
    svg.setAttribute('viewBox', `0 ${from} ${this.width} ${to - from}`);
    svg.setAttribute('width', this.width * this.scale);
    svg.setAttribute('height', (to - from) * this.scale);
    svg.style.top = from * this.scale + 'px';
    const layer = name => Lanes.svg(svg, 'g', {class: name});
    const [rows, lines, arrows, marks] = ['rows', 'lines', 'arrows', 'marks'].map(layer);
    for (let row = first; row <= last; row++) {
      this.drawRow(row, rows, marks);
    }
    this.run.data.actors.forEach((name, actor) => this.drawLine(actor, first, last, lines));
    this.run.data.arrows.filter(arrow => arrow[1] >= first && arrow[0] <= last)
        .forEach(arrow => this.drawArrow(arrow, arrows));
    if (last === this.run.count) {
      this.drawEnd(marks);
    }
    this.host.setAttribute('aria-activedescendant', this.rowId(this.chosen));
  }

  rowId(row) {
    return this.host.parentElement.parentElement.id + '-row-' + row;
  }

  drawEnd(marks) {
    const y = this.y(this.run.count + 1);
    Lanes.svg(marks, 'text', {class: 'end', x: this.textAt, y: y - 2},
        'end: ' + this.run.data.ending);
  }

  drawLine(actor, first, last, lines) {
    let from = Math.max(0, first - 1);
    const end = last;
    while (from <= end) {
      let to = from;
      const activity = this.run.activity(from, actor);
      while (to + 1 <= end && this.run.activity(to + 1, actor) === activity) {
        to++;
      }
      const bottom = this.y(to + 1);
      const kind = {r: 'ready', w: 'waits'}[activity] || 'rests';
      Lanes.svg(lines, 'line', {
        class: kind, x1: this.x(actor), x2: this.x(actor), y1: this.y(from), y2: bottom});
      from = to + 1;
    }
  }
}

/** What was measured, and with what. */
Lanes.known = new Map();
Lanes.pen = document.createElement('canvas').getContext('2d');
