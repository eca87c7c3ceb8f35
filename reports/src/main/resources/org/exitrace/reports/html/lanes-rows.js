/** What stands in one row, and the arrows between rows. */
Object.assign(Lanes.prototype, {

  drawRow(row, rows, marks) {
    const y = this.y(row);
    const chosen = row === this.chosen;
    const broken = this.run.broken.has(row);
    const group = Lanes.svg(marks, 'g', {
      class: 'row', role: 'option', id: this.rowId(row), 'aria-selected': chosen, 'data-step': row,
      'aria-label': this.spoken(row)});
    const band = Lanes.svg(rows, 'rect', {
      class: 'band' + (chosen ? ' chosen' : '') + (broken ? ' broken' : ''),
      x: 1, y: y - this.rowHeight / 2, width: this.width - 2, height: this.rowHeight});
    [group, band].forEach(part => part.addEventListener('click', () => this.choose(row)));
    Lanes.svg(group, 'text', {
      class: 'number', x: this.numberWidth - 8, y: y + 4, 'text-anchor': 'end'}, row);
    if (this.timeWidth) {
      Lanes.svg(group, 'text', {
        class: 'time', x: this.timeEnd - 8, y: y + 4, 'text-anchor': 'end'},
      Run.grouped(this.run.time(row)));
    }
    this.drawLaneStates(row, group, y);
    if (row > 0) {
      Lanes.node(group, this.run.actor(row), this.x(this.run.actor(row)), y, 7.5);
    }
    this.drawText(row, group, y);
  },

  spoken(row) {
    const actor = row === 0 ? '' : this.run.data.actors[this.run.actor(row)] + ' ';
    return (row === 0 ? '' : 'step ' + row + ': ') + actor + this.run.name(row)
        + (this.run.broken.has(row) ? ', breaks a property' : '');
  },

  /** The value of the lane's cell, where it is new. */
  drawLaneStates(row, group, y) {
    const changes = this.run.changes(row);
    this.run.data.laneCells.forEach((cell, actor) => {
      if (cell < 0 || row > 0 && !changes.has(cell)) {
        return;
      }
      const value = this.run.text(row === 0 ? this.run.data.cells[cell][3] : changes.get(cell));
      const text = Lanes.svg(group, 'text', {class: 'state', x: this.x(actor) + 11, y: y + 16},
          Lanes.fitted(value, this.laneWidth - 17, 10.5, true));
      Lanes.svg(text, 'title', {}, this.run.data.cells[cell][0] + ': ' + value);
    });
  },

  drawText(row, group, y) {
    const second = this.secondLine(row);
    const name = Lanes.svg(group, 'text', {
      class: row === 0 ? 'name dim' : 'name', x: this.textAt, y: second ? y - 2 : y + 4});
    const actor = row === 0 ? '' : this.run.data.actors[this.run.actor(row)] + ' ';
    if (actor) {
      Lanes.svg(name, 'tspan', {class: 'who'}, actor);
    }
    Lanes.svg(name, 'tspan', {},
        Lanes.fitted(actor + this.run.name(row), this.textRoom, 12.5).slice(actor.length));
    Lanes.svg(name, 'title', {}, actor + this.run.name(row));
    if (second) {
      const broke = this.run.broken.has(row);
      Lanes.svg(group, 'text', {
        class: broke ? 'second broke' : 'second', x: this.textAt, y: y + 13},
      Lanes.fitted(second, this.textRoom, 11, broke));
    }
  },

  /** What broke, or else what changed, program counters aside. */
  secondLine(row) {
    const broken = this.run.broken.get(row);
    if (broken) {
      return '\u2715 ' + broken[0][1] + ': ' + broken[0][2]
          + (broken.length > 1 ? ` (and ${broken.length - 1} more)` : '');
    }
    const {data} = this.run;
    return [...this.run.changes(row)].filter(([cell]) => data.cells[cell][2] !== 'counter')
        .map(([cell, value]) => data.cells[cell][0] + ' \u2192 ' + this.run.text(value))
        .join('; ');
  },

  /** Along the row of the first step, then down the lane of the second, into its mark. */
  drawArrow(arrow, arrows) {
    const [from, to] = arrow;
    const [a, b] = [this.run.actor(from), this.run.actor(to)];
    const side = a < b ? 1 : -1;
    const [x1, y1, x3, y3] = [this.x(a) + side * 9, this.y(from), this.x(b), this.y(to)];
    const x2 = x3 - side * this.trackAt(this.tracks.get(arrow));
    const touched = from === this.chosen || to === this.chosen;
    const group = Lanes.svg(arrows, 'g', {class: 'arrow' + (touched ? ' touched' : '')
        + (this.run.enables(arrow) ? ' enables' : '')});
    const r = 5;
    // The middle of what goes further than a screen would only be in the way of all others.
    const between = to - from > 24 && !touched
      ? `V${y1 + this.rowHeight}M${x2} ${y3 - this.rowHeight}` : '';
    Lanes.svg(group, 'path', {
      d: `M${x1} ${y1}H${x2 - side * r}q${side * r} 0 ${side * r} ${r}${between}V${y3 - 12}`
          + `Q${x2} ${y3 - 5} ${x3 - side * 8} ${y3 - 5}`});
    Lanes.svg(group, 'path', {
      class: 'tip', d: `M${x3 - side * 6.5} ${y3 - 3.5}l${-side * 6.5} ${-1}l${side * 2} ${-5}z`});
    const told = this.run.told(arrow);
    const first = this.run.effects.get(from).find(other => this.run.actor(other[1]) === b);
    if (first === arrow) {
      const room = this.laneWidth - 19 - this.trackAt(this.mostTracks);
      const caption = Lanes.svg(group, 'text', {
        x: x3 - side * (this.trackAt(this.mostTracks) + 5), y: y1 - 5,
        'text-anchor': side > 0 ? 'end' : 'start'}, this.caption(arrow, room));
      Lanes.svg(caption, 'title', {}, told);
    }
    Lanes.svg(group, 'title', {}, told);
  },

  /** As much of the first message as there is room for, or else what became possible. */
  caption(arrow, room) {
    const [message] = this.run.messages(arrow);
    const fitted = text => Lanes.fitted(text, room, 10.5, true);
    if (!message) {
      return fitted(this.run.text(arrow[2]).replace(/^.*?: /, ''));
    }
    const cell = message[0].slice(message[0].lastIndexOf('.') + 1);
    const whole = cell + ' ' + message[1];
    const value = message[1].replace(/^[=+] |[{}]/g, '');
    // A number means nothing without the name of its cell; a word or a set does.
    return fitted(fitted(whole) === whole ? whole : /[a-z]/i.test(value) ? value : cell);
  },

  /** Chooses a row and brings it into sight. */
  show(row, scroll) {
    this.chosen = row;
    const [top, unit] = [this.y(row) * this.scale, this.rowHeight * this.scale];
    const {scrollTop, clientHeight} = this.host;
    const head = this.head.offsetHeight;
    const [above, below] =
        [scrollTop - top + unit, top + unit + head - scrollTop - clientHeight];
    if (scroll && Math.max(above, below) > 3 * unit) {
      this.host.scrollTop = top + head - clientHeight / 2;
    } else if (scroll && above > 0) {
      this.host.scrollTop = scrollTop - above;
    } else if (scroll && below > 0) {
      this.host.scrollTop = scrollTop + below;
    }
    this.draw();
  },
});
