/** Puts the parts together: lanes, panel, keys, links, buttons, printing. */
function openRun(section) {
  const run = new Run(JSON.parse(document.getElementById(section.dataset.run).textContent));
  const host = section.querySelector('.lanes');
  const choose = (row, scroll) => {
    lanes.show(row, scroll);
    panel.show(row);
  };
  const lanes = new Lanes(run, host, row => choose(row, false));
  const panel = new Panel(run, section.querySelector('.panel'), row => choose(row, true));
  const moves = {
    ArrowDown: at => at + 1, ArrowUp: at => at - 1,
    PageDown: at => at + 10, PageUp: at => at - 10,
    Home: () => 0, End: () => run.count,
    ArrowRight: at => run.sameActor(at, 1), ArrowLeft: at => run.sameActor(at, -1),
  };
  const zooms = {
    fit: () => lanes.fit(true), in: () => lanes.resize(1.2), out: () => lanes.resize(1 / 1.2),
  };
  host.addEventListener('keydown', event => {
    const key = {'+': 'in', '-': 'out', '0': 'fit'}[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key] && !key) {
      return;
    }
    event.preventDefault();
    if (key) {
      zooms[key]();
    } else {
      choose(Math.min(run.count, Math.max(0, moves[event.key](lanes.chosen))), true);
    }
  });
  host.addEventListener('wheel', event => {
    if (event.ctrlKey) {
      event.preventDefault();
      lanes.resize(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    }
  }, {passive: false});
  section.querySelectorAll('[data-zoom]').forEach(
      button => button.addEventListener('click', zooms[button.dataset.zoom]));
  const fromAddress = () => {
    const wanted = location.hash.match(/^#(.*)-step-(\d+)$/);
    if (wanted && wanted[1] === section.id && Number(wanted[2]) <= run.count) {
      choose(Number(wanted[2]), true);
      section.scrollIntoView({block: 'start'});
      host.focus({preventScroll: true});
    }
  };
  const first = Math.min(run.count, ...run.broken.keys());
  choose(run.broken.size ? first : 0, true);
  window.addEventListener('hashchange', fromAddress);
  document.querySelectorAll(`a[href^="#${section.id}-step-"]`).forEach(link =>
    link.addEventListener('click', () => setTimeout(fromAddress)));
  window.addEventListener('beforeprint', () => {
    lanes.wholeForPrint = true;
    lanes.draw();
  });
  window.addEventListener('afterprint', () => {
    lanes.wholeForPrint = false;
    lanes.draw();
  });
  fromAddress();
}

function copyFrom(button) {
  const code = document.getElementById(button.dataset.copy);
  const done = () => {
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  };
  const bySelection = () => {
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
    done();
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(code.textContent).then(done, bySelection);
  } else {
    bySelection();
  }
}

document.querySelectorAll('section.run').forEach(openRun);
document.querySelectorAll('[data-copy]').forEach(
    button => button.addEventListener('click', () => copyFrom(button)));
document.documentElement.dataset.ready = 'yes';
