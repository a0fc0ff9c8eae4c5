// Keeps a login where Neo4j Browser keeps the one that was last typed, then opens Neo4j
// Browser, which connects with it, with what the address asks of it (?cmd=…). The login is
// that after the # of this page's address, else the one that is kept already, else it is
// asked for. What stands after the # is never sent, and the address leaves the history.
const kept = 'neo4j.connections';
const say = (text) => (document.getElementById('say').textContent = text);
const proceed = () => location.replace(`./${location.search}`);

async function keep(username, password) {
  const { bolt_routing: host } = await (await fetch('/', { headers: { accept: 'application/json' } })).json();
  const id = '$$discovery';
  const connection = { id, name: id, type: 'bolt', host, username, password, authenticationMethod: 'NATIVE' };
  localStorage.setItem(kept, JSON.stringify({ allConnectionIds: [id], connectionsById: { [id]: connection }, activeConnection: id }));
  proceed();
}

/** Whether somebody has connected here before and Neo4j Browser remembers it. */
function known() {
  try {
    return Object.values(JSON.parse(localStorage.getItem(kept)).connectionsById).some(({ password }) => password);
  } catch {
    return false;
  }
}

const failed = (error) => say(`Neo4j does not say where it is: ${error.message}`);
const [username, password] = location.hash.slice(1).split(':').map(decodeURIComponent);
if (username && password) keep(username, password).catch(failed);
else if (known()) proceed();
else {
  say('Nobody has logged in from this browser yet.');
  document.getElementById('ask').hidden = false;
  document.getElementById('password').focus();
  document.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    keep(document.getElementById('username').value, document.getElementById('password').value.trim()).catch(failed);
  });
}
