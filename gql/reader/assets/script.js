// Marks the words of the claim that is pointed at, focused or linked to. Without it the
// sentence is marked as a whole.
const marked = 'quoted';

function point(item, on) {
  const sentence = item.closest('.s');
  const place = item.dataset.claim;
  for (const part of sentence.querySelectorAll('[data-claims]')) {
    if (part.dataset.claims.split(' ').includes(place)) part.classList.toggle(marked, on);
  }
}

function clear() {
  for (const part of document.querySelectorAll(`.${marked}`)) part.classList.remove(marked);
}

/** Marks the claim the address names, or nothing. */
function linked() {
  clear();
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (item?.matches('[data-claim]')) point(item, true);
}

for (const [enter, leave] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
  document.addEventListener(enter, (event) => {
    const item = event.target.closest?.('[data-claim]');
    if (!item) return;
    clear();
    point(item, true);
  });
  document.addEventListener(leave, (event) => {
    if (event.target.closest?.('[data-claim]')) linked();
  });
}
addEventListener('hashchange', linked);
linked();

// Beside the text there is room for the lists; above it, on a narrow screen, they start closed.
if (matchMedia('(max-width: 62rem)').matches) {
  for (const list of document.querySelectorAll('.aside details')) list.open = false;
}

// Copies a query with its parameters. The button is shown where it can work.
for (const button of document.querySelectorAll('.copy')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
}
