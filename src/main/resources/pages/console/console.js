// What a browser adds to the pages: live parts, the slash key, copying, charts of tables. Nothing needs it.
(() => {
  const root = document.documentElement;
  if (root.dataset.theme === 'auto') {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => { root.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
    dark.addEventListener('change', follow);
    follow();
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.closest && event.target.closest('input, textarea, select');
    const box = document.getElementById('q');
    if (event.key === '/' && !typing && box) {
      event.preventDefault();
      box.focus();
    }
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
    }
  });

  document.querySelectorAll('[data-copy]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => navigator.clipboard.writeText(button.previousElementSibling.textContent));
  });

  document.querySelectorAll('pre[data-json]').forEach(text => {
    try { text.textContent = JSON.stringify(JSON.parse(text.textContent), null, 2); } catch { /* XML, or nothing: shown as it is */ }
  });

  // Work that goes on part by part does so by itself once its page was seen; whoever leaves the page stops it.
  const more = document.querySelector('form[data-go-on]');
  if (more) requestAnimationFrame(() => setTimeout(() => more.requestSubmit(), 300));

  // Parts with data-area are asked for again when something in their area changed: one request at a time for all of them.
  const button = document.querySelector('[data-live]');
  const parts = () => [...document.querySelectorAll('[data-area]')];
  const inputs = 'input, select, textarea';
  const stops = 'a[href], button, summary, [tabindex]';
  const due = new Set();
  let asking = false;

  function replace(part, fresh) {
    if (part.contains(document.activeElement) && document.activeElement.matches(inputs)) return;
    const at = [...part.querySelectorAll(stops)].indexOf(document.activeElement);
    const node = document.adoptNode(fresh);
    part.replaceWith(node);
    if (at >= 0) node.querySelectorAll(stops)[at]?.focus({ preventScroll: true });
  }

  async function refresh(some) {
    some.forEach(part => due.add(part.id));
    if (asking || due.size === 0) return;
    asking = true;
    const now = [...due];
    due.clear();
    try {
      const answer = await fetch(location.href, { headers: { 'X-By-Itself': '1' }, redirect: 'manual' });
      if (answer.type === 'opaqueredirect' || answer.status === 401) { location.reload(); return; }
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (now.some(id => 'busy' in (document.getElementById(id)?.dataset ?? {}) && !page.getElementById(id))) { location.reload(); return; }
        now.map(id => [document.getElementById(id), page.getElementById(id)])
          .filter(([part, fresh]) => part && fresh)
          .forEach(([part, fresh]) => replace(part, fresh));
        drawAll();
      }
    } catch { /* away: the next change asks again */ }
    asking = false;
    if (due.size > 0) setTimeout(() => refresh([]), 1000);
  }

  if (button && parts().length > 0 && window.EventSource) {
    let stream;
    let settling;
    const unsettled = new Set();
    const say = (word, on, lost) => {
      button.hidden = false;
      button.querySelector('.said').textContent = button.dataset[word];
      button.setAttribute('aria-pressed', String(on));
      button.classList.toggle('lost', lost);
    };
    const listen = () => {
      stream = new EventSource(`/console/live?since=${button.dataset.since}`);
      stream.onopen = () => say('on', true, false);
      stream.onerror = () => say('lost', true, true);
      stream.addEventListener('changed', event => {
        const areas = event.data.split(' ');
        const some = parts().filter(part => part.dataset.area.split(' ').some(area => areas.includes(area)));
        refresh(some);
        // The hub remembers some answers for three seconds: once nothing changes any more, what is shown may be older.
        some.forEach(part => unsettled.add(part.id));
        clearTimeout(settling);
        settling = setTimeout(() => { if (stream) refresh(parts().filter(part => unsettled.has(part.id))); unsettled.clear(); }, 4000);
      });
    };
    button.addEventListener('click', () => {
      if (stream) { stream.close(); stream = null; say('off', false, false); } else { listen(); refresh(parts()); }
    });
    listen();
    // Work that goes on also ends in ways that no change of the register tells.
    setInterval(() => { if (stream) refresh(parts().filter(part => 'busy' in part.dataset)); }, 3000);
  }

  // A table with data-chart is also drawn: first column names, the columns of th[data-series] are drawn.
  const charts = new Map();
  function draw(table) {
    if (!window.Chart) return;
    const columns = [...table.tHead.rows[0].cells].map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.dataset.series);
    const rows = [...table.tBodies[0].rows];
    const place = document.createElement('div');
    place.className = 'chart d-print-none';
    place.setAttribute('aria-hidden', 'true');
    const canvas = document.createElement('canvas');
    place.append(canvas);
    table.closest('.table-responsive').before(place);
    charts.set(table.id, new Chart(canvas, {
      type: table.dataset.chart,
      data: {
        labels: rows.map(row => row.cells[0].textContent.trim()),
        datasets: columns.map(({ cell, at }) => ({
          label: cell.textContent.trim(),
          data: rows.map(row => Number(row.cells[at].dataset.value)),
          backgroundColor: cell.dataset.series,
          borderColor: cell.dataset.series
        }))
      },
      options: { animation: false, maintainAspectRatio: false, scales: { x: { stacked: true }, y: { stacked: true, beginAtZero: true } } }
    }));
  }
  function drawAll() {
    document.querySelectorAll('table[data-chart]').forEach(table => {
      if (!document.contains(charts.get(table.id)?.canvas ?? null)) draw(table);
    });
  }
  drawAll();
})();
