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

  // Parts with data-area are asked for again when something in their area changed; one request at a time for each.
  const button = document.querySelector('[data-live]');
  const parts = () => [...document.querySelectorAll('[data-area]')];
  const asking = new Map();

  async function refresh(part) {
    const id = part.id;
    if (asking.get(id)) { asking.set(id, 'again'); return; }
    if (part.contains(document.activeElement) && document.activeElement.matches('input, select, textarea')) return;
    asking.set(id, 'once');
    const what = { source: part, target: part, select: '#' + id, swap: 'outerHTML', headers: { 'X-By-Itself': '1' } };
    await htmx.ajax('GET', location.href, what).catch(() => {});
    const again = asking.get(id) === 'again';
    asking.delete(id);
    const now = document.getElementById(id);
    if (again && now) setTimeout(() => refresh(now), 1000);
  }
  document.addEventListener('htmx:afterSettle', () => drawAll());
  document.addEventListener('htmx:responseError', event => { if (event.detail.xhr.status === 401) location.reload(); });

  if (button && parts().length > 0 && window.EventSource) {
    let stream;
    const say = (word, on, lost) => {
      button.hidden = false;
      button.querySelector('.said').textContent = button.dataset[word];
      button.setAttribute('aria-pressed', String(on));
      button.classList.toggle('lost', lost);
    };
    const listen = () => {
      stream = new EventSource('/console/live');
      stream.onopen = () => say('on', true, false);
      stream.onerror = () => say('lost', true, true);
      stream.addEventListener('changed', event => {
        const areas = event.data.split(' ');
        parts().filter(part => part.dataset.area.split(' ').some(area => areas.includes(area))).forEach(refresh);
      });
    };
    button.addEventListener('click', () => {
      if (stream) { stream.close(); stream = null; say('off', false, false); } else { listen(); parts().forEach(refresh); }
    });
    listen();
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
