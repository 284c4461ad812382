// What the page does itself: hear of new messages, complete what is being typed. All else is htmx.
const as = document.body.dataset.as;
const messages = document.getElementById('messages');
const composer = document.getElementById('composer');
const box = composer.querySelector('textarea');
const list = document.getElementById('completions');
const file = composer.querySelector('input[type=file]');

const toEnd = () => {
  messages.scrollTop = messages.scrollHeight;
};
toEnd();

let sideTimer;
let turn = document.body.dataset.turn;
const hear = (event) => {
  turn = event.lastEventId;
  const { id, html } = JSON.parse(event.data);
  const old = document.getElementById(`m${id}`);
  if (old) old.outerHTML = html;
  else messages.insertAdjacentHTML('beforeend', html);
  const node = document.getElementById(`m${id}`);
  if (node) window.htmx.process(node);
  if (!old) toEnd();
  clearTimeout(sideTimer);
  sideTimer = setTimeout(() => document.body.dispatchEvent(new Event('refresh')), 150);
};

// A browser keeps six connections to a host, over all its tabs: only a tab that is seen holds one, and what it missed
// meanwhile is sent when it is seen again.
let events = null;
const listenWhileSeen = () => {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource(`/events?${new URLSearchParams({ as, after: turn })}`);
    events.addEventListener('message', hear);
  }
};
document.addEventListener('visibilitychange', listenWhileSeen);
listenWhileSeen();

let options = [];
let chosen = -1;
const draw = () => {
  list.hidden = options.length === 0;
  list.replaceChildren(
    ...options.map((option, i) => {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', String(i === chosen));
      const label = document.createElement('span');
      label.textContent = option.label;
      const about = document.createElement('small');
      about.textContent = option.about;
      item.append(label, about);
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        take(i);
      });
      return item;
    }),
  );
  list.children[chosen]?.scrollIntoView({ block: 'nearest' });
};
const take = (i) => {
  const option = options[i];
  if (!option) return;
  box.value = option.text;
  options = [];
  chosen = -1;
  draw();
  box.focus();
  ask();
};

let asked = 0;
const ask = async () => {
  const mine = ++asked;
  if (!box.value.startsWith('/')) {
    options = [];
    draw();
    return;
  }
  const query = new URLSearchParams({ as, text: box.value.slice(0, 400) });
  const answer = await fetch(`/complete?${query}`);
  if (mine !== asked || !answer.ok) return;
  options = await answer.json();
  chosen = -1;
  draw();
};

box.addEventListener('input', () => {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 190)}px`;
  ask();
});
box.addEventListener('keydown', (event) => {
  if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
    draw();
  } else if (!list.hidden && (event.key === 'Tab' || (event.key === 'Enter' && chosen >= 0))) {
    event.preventDefault();
    take(Math.max(0, chosen));
  } else if (event.key === 'Escape') {
    options = [];
    draw();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    composer.requestSubmit();
  }
});
file.addEventListener('change', () => file.parentElement.classList.toggle('chosen', file.files.length > 0));
composer.addEventListener('htmx:afterRequest', (event) => {
  if (event.target !== composer || !event.detail.successful) return;
  composer.reset();
  box.style.height = 'auto';
  file.parentElement.classList.remove('chosen');
  options = [];
  asked++;
  draw();
});
