const field = document.getElementById('find');
const found = document.getElementById('found');
const rows = [...document.querySelectorAll('tbody tr')].map(row => [row, row.textContent.toLowerCase()]);
function look() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every(word => text.includes(word));
    if (!row.hidden) shown++;
  }
  const said = shown ? found.dataset.found : found.dataset.none;
  found.textContent = said.replace('{n}', shown).replace('{all}', rows.length);
}
field.addEventListener('input', look);
look();
